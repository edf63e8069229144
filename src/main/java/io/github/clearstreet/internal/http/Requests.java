package io.github.clearstreet.internal.http;

import feign.Request;
import java.net.http.HttpRequest;
import java.util.Collection;
import java.util.Map;

/** Makes the request of java.net.http from that of Feign. The key is added here, so that no Feign object ever holds it. */
final class Requests {
    private static final byte[] NOTHING = {};

    private Requests() {}

    static byte[] body(Request request) {
        byte[] given = request.body();
        return given == null ? NOTHING : given;
    }

    static HttpRequest of(Request request, Call call, OneShotBody body, TransportSettings settings) {
        Credentials credentials = call.credentials();
        HttpRequest.Builder builder = HttpRequest.newBuilder(credentials.addressOf(request))
                .method(request.httpMethod().name(), body);
        for (Map.Entry<String, Collection<String>> header : request.headers().entrySet()) {
            // java.net.http computes the length itself.
            if (!header.getKey().equalsIgnoreCase("Content-Length")) {
                for (String value : header.getValue()) {
                    builder.header(header.getKey(), value);
                }
            }
        }
        for (Map.Entry<String, String> header : call.headers().entrySet()) {
            builder.setHeader(header.getKey(), header.getValue());
        }
        String proxyAuthorization = settings.proxyAuthorization();
        if (proxyAuthorization != null) {
            builder.setHeader("Proxy-Authorization", proxyAuthorization);
        }
        builder.setHeader("Accept-Encoding", "identity").setHeader("User-Agent", settings.userAgent());
        credentials.addTo(builder, request);
        return builder.build();
    }
}
