package io.github.clearstreet.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads a request to its end and takes the secrets out of what a test will see. */
final class RequestReader {
    private static final int MAX_BODY_BYTES = WireRequest.MAX_BODY_BYTES;
    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "proxy-authorization", "cookie");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z]{1,20}");

    private final Clock clock;
    private final Supplier<String> requestIds;

    RequestReader(Clock clock, Supplier<String> requestIds) {
        this.clock = clock;
        this.requestIds = requestIds;
    }

    ReceivedCall read(WireRequest wire) {
        byte[] body = wire.body();
        String text = new String(body, 0, Math.min(body.length, MAX_BODY_BYTES), StandardCharsets.UTF_8);
        Map<String, List<String>> headers = new HashMap<>(wire.headers());
        headers.replaceAll(RequestReader::withoutSecret);
        SandboxRequest request = new SandboxRequest(
                requestIds.get(),
                clock.instant(),
                wire.method(),
                Objects.requireNonNullElse(wire.target().getRawPath(), ""),
                wire.target().getRawQuery(),
                headers,
                text);
        return new ReceivedCall(request, List.copyOf(wire.values("Authorization")), state(body, text));
    }

    private static ReceivedCall.BodyState state(byte[] body, String text) {
        if (body.length > MAX_BODY_BYTES) {
            return ReceivedCall.BodyState.TOO_LARGE;
        }
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)
                ? ReceivedCall.BodyState.COMPLETE
                : ReceivedCall.BodyState.NOT_UTF8;
    }

    private static List<String> withoutSecret(String name, List<String> values) {
        return SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))
                ? values.stream().map(RequestReader::scheme).toList()
                : values;
    }

    /** A key that was sent without its scheme must not be taken for one. */
    private static String scheme(String value) {
        int space = value.indexOf(' ');
        String first = space < 0 ? "" : value.substring(0, space);
        return SCHEME.matcher(first).matches() ? first : "(hidden)";
    }
}
