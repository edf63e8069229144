package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The timestamp parser agrees with java.time, on what is a timestamp and on what is not. */
class TimestampsPropertyTest {
    /** The grammar of RFC 3339: java.time also takes other forms, and no offset beyond 18 hours. */
    private static final Pattern GRAMMAR = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)(?:[Zz]|([+-])(\\d{2}:\\d{2}))");

    private static @Nullable Instant parse(String text) {
        String surroundings = "1234567890";
        char[] chars = (surroundings + text + surroundings).toCharArray();
        return Timestamps.parse(chars, surroundings.length(), text.length());
    }

    private static @Nullable Instant parseWithJavaTime(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            // java.time knows no leap second in a local time: it is the second before, at the end of a day in UTC only.
            boolean isLeap = matcher.group(1).startsWith(":60", 16);
            String dateTime = matcher.group(1).replaceFirst(":60(?=$|\\.)", ":59");
            Instant local = LocalDateTime.parse(dateTime).toInstant(ZoneOffset.UTC);
            int offset = matcher.group(3) == null
                    ? 0
                    : LocalTime.parse(matcher.group(3)).toSecondOfDay();
            Instant instant = "-".equals(matcher.group(2)) ? local.plusSeconds(offset) : local.minusSeconds(offset);
            OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
            boolean isEndOfDay = utc.toLocalTime().toSecondOfDay() == 86_399;
            return utc.getYear() >= 0 && utc.getYear() <= 9999 && (!isLeap || isEndOfDay) ? instant : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Provide
    Arbitrary<OffsetDateTime> timestamps() {
        Arbitrary<LocalDateTime> times = Combinators.combine(
                        Arbitraries.longs()
                                .between(
                                        LocalDateTime.of(1, 1, 2, 0, 0).toEpochSecond(ZoneOffset.UTC),
                                        LocalDateTime.of(9999, 12, 30, 0, 0).toEpochSecond(ZoneOffset.UTC)),
                        Arbitraries.integers().between(0, 9).flatMap(TimestampsPropertyTest::nanos))
                .as((second, nano) -> LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC));
        Arbitrary<ZoneOffset> offsets = Arbitraries.integers()
                .between(-18 * 60, 18 * 60)
                .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
        return Combinators.combine(times, offsets).as(OffsetDateTime::of);
    }

    private static Arbitrary<Integer> nanos(int digits) {
        int unit = (int) Math.pow(10, 9 - digits);
        return Arbitraries.integers().between(0, (int) Math.pow(10, digits) - 1).map(count -> count * unit);
    }

    /** Texts that are nearly timestamps: one character of a good one is replaced, removed or added. */
    @Provide
    Arbitrary<String> nearlyTimestamps() {
        Arbitrary<Character> characters = Arbitraries.of(
                "0123456789-+:.TZtz 6\u0663".chars().mapToObj(c -> (char) c).toList());
        return Combinators.combine(
                        timestamps(), Arbitraries.integers().between(0, 40), characters, Arbitraries.of(0, 1, 2))
                .as((timestamp, position, character, length) -> {
                    String text = timestamp.toString();
                    int from = Math.min(position, text.length());
                    int to = Math.min(from + (length + 1) / 2, text.length());
                    return text.substring(0, from) + (length == 2 ? "" : character) + text.substring(to);
                });
    }

    @Property(tries = 5_000)
    void parse_whenATimestamp_agreesWithJavaTime(@ForAll("timestamps") OffsetDateTime timestamp) {
        String text = timestamp.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);

        assertThat(parse(text)).isEqualTo(timestamp.toInstant());
        assertThat(parse(timestamp.toInstant().toString())).isEqualTo(timestamp.toInstant());
    }

    @Property(tries = 20_000)
    void parse_whenNearlyATimestamp_agreesWithJavaTime(@ForAll("nearlyTimestamps") String text) {
        assertThat(parse(text)).isEqualTo(parseWithJavaTime(text));
    }

    @Property(tries = 20_000)
    void parse_whenAnyYearMonthAndDay_agreesWithJavaTime(
            @ForAll @IntRange(max = 9999) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day) {
        String text = String.format("%04d-%02d-%02dT00:00:00Z", year, month, day);

        assertThat(parse(text)).isEqualTo(parseWithJavaTime(text));
    }

    @Property(tries = 2_000)
    void parse_whenGarbage_returnsNull(@ForAll String text) {
        assertThat(parse(text)).isNull();
    }
}
