package io.github.clearstreet.internal.transport;

import feign.Request;
import feign.Request.HttpMethod;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Makes the request of java.net.http from that of Feign. The key is added here, so that no Feign object ever holds it. */
final class Requests {
    private static final byte[] NOTHING = {};
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private Requests() {}

    /** The body to send: never none for a method that changes something, since a body can be made to leave only once. */
    static byte[] body(Request request) {
        if (WITHOUT_BODY.contains(request.httpMethod())) {
            return NOTHING;
        }
        byte[] given = request.body();
        return given == null || given.length == 0 ? EMPTY_OBJECT : given;
    }

    static HttpRequest of(Request request, Call call, OnceBody body, TransportSettings settings) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.httpMethod().name(), body);
        for (Map.Entry<String, Collection<String>> header : request.headers().entrySet()) {
            // java.net.http computes the length itself.
            if (!header.getKey().equalsIgnoreCase("Content-Length")) {
                header.getValue().forEach(value -> builder.header(header.getKey(), value));
            }
        }
        call.headers().forEach(builder::setHeader);
        return builder.setHeader("User-Agent", settings.userAgent())
                .setHeader("Authorization", settings.apiKey().authorization())
                .build();
    }
}
