package io.github.clearstreet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
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
    private static final int MAX_BODY_BYTES = 1024 * 1024;
    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "proxy-authorization", "cookie");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z]{1,20}");

    private final Clock clock;
    private final Supplier<String> requestIds;

    RequestReader(Clock clock, Supplier<String> requestIds) {
        this.clock = clock;
        this.requestIds = requestIds;
    }

    Arrival read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        String text = new String(body, 0, Math.min(body.length, MAX_BODY_BYTES), StandardCharsets.UTF_8);
        Map<String, List<String>> headers = new HashMap<>(exchange.getRequestHeaders());
        headers.replaceAll(RequestReader::withoutSecret);
        URI uri = exchange.getRequestURI();
        SandboxRequest request = new SandboxRequest(
                requestIds.get(),
                clock.instant(),
                exchange.getRequestMethod(),
                Objects.requireNonNullElse(uri.getRawPath(), ""),
                uri.getRawQuery(),
                headers,
                text);
        List<String> authorization =
                Objects.requireNonNullElse(exchange.getRequestHeaders().get("Authorization"), List.of());
        return new Arrival(request, List.copyOf(authorization), state(body, text));
    }

    private static Arrival.BodyState state(byte[] body, String text) {
        if (body.length > MAX_BODY_BYTES) {
            return Arrival.BodyState.TOO_LARGE;
        }
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)
                ? Arrival.BodyState.COMPLETE
                : Arrival.BodyState.NOT_UTF8;
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
