package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.longRange;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.Generate.range;
import static org.quicktheories.generators.SourceDSL.strings;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** The timestamp parser agrees with java.time, on what is a timestamp and on what is not. */
class TimestampsPropertyTest {
    /** The grammar of RFC 3339: java.time also takes other forms, and no offset beyond 18 hours. */
    private static final Pattern GRAMMAR = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)(?:[Zz]|([+-])(\\d{2}:\\d{2}))");

    private static @Nullable Instant parse(String text) {
        String surroundings = "1234567890";
        byte[] bytes = (surroundings + text + surroundings).getBytes(StandardCharsets.UTF_8);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return Timestamps.parse(bytes, surroundings.length(), length);
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

    private static Gen<OffsetDateTime> timestamps() {
        Gen<LocalDateTime> times = longRange(
                        LocalDateTime.of(1, 1, 2, 0, 0).toEpochSecond(ZoneOffset.UTC),
                        LocalDateTime.of(9999, 12, 30, 0, 0).toEpochSecond(ZoneOffset.UTC))
                .zip(
                        range(0, 9).flatMap(TimestampsPropertyTest::nanos),
                        (second, nano) -> LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC));
        Gen<ZoneOffset> offsets = range(-18 * 60, 18 * 60).map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
        return times.zip(offsets, OffsetDateTime::of);
    }

    private static Gen<Integer> nanos(int digits) {
        int unit = (int) Math.pow(10, 9 - digits);
        return range(0, (int) Math.pow(10, digits) - 1).map(count -> count * unit);
    }

    /** Texts that are nearly timestamps: one character of a good one is replaced, removed or added. */
    private static Gen<String> nearlyTimestamps() {
        Gen<Character> characters = pick(
                "0123456789-+:.TZtz 6\u0663".chars().mapToObj(c -> (char) c).toList());
        return timestamps().zip(range(0, 40), characters, range(0, 2), (timestamp, position, character, length) -> {
            String text = timestamp.toString();
            int from = Math.min(position, text.length());
            int to = Math.min(from + (length + 1) / 2, text.length());
            return text.substring(0, from) + (length == 2 ? "" : character) + text.substring(to);
        });
    }

    @Test
    void parse_whenATimestamp_agreesWithJavaTime() {
        qt().withExamples(5_000).forAll(timestamps()).checkAssert(timestamp -> {
            String text = timestamp.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);

            assertThat(parse(text)).isEqualTo(timestamp.toInstant());
            assertThat(parse(timestamp.toInstant().toString())).isEqualTo(timestamp.toInstant());
        });
    }

    @Test
    void parse_whenNearlyATimestamp_agreesWithJavaTime() {
        qt().withExamples(20_000)
                .forAll(nearlyTimestamps())
                .checkAssert(text -> assertThat(parse(text))
                        .isEqualTo(parseWithJavaTime(text.replaceFirst("(\\.\\d{9})\\d+", "$1"))));
    }

    @Test
    void parse_whenAnyYearMonthAndDay_agreesWithJavaTime() {
        qt().withExamples(20_000)
                .forAll(range(0, 9999), range(0, 13), range(0, 32))
                .checkAssert((year, month, day) -> {
                    String text = String.format("%04d-%02d-%02dT00:00:00Z", year, month, day);

                    assertThat(parse(text)).isEqualTo(parseWithJavaTime(text));
                });
    }

    @Test
    void parse_whenGarbage_returnsNull() {
        qt().withExamples(2_000)
                .forAll(strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 40))
                .checkAssert(text -> assertThat(parse(text)).isNull());
    }
}
