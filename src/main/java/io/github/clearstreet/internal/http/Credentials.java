package io.github.clearstreet.internal.http;

import feign.Request;
import io.github.clearstreet.runtime.request.SecurityScheme;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What shows the key in one request, by the names of what carries it. Immutable. Never printed. */
public final class Credentials {
    /** No key at all. */
    public static final Credentials NONE = new Credentials(Map.of(), Map.of(), Map.of());

    private static final String COOKIE = "Cookie";

    private final Map<String, String> headers;
    private final Map<String, String> query;
    private final Map<String, String> cookies;

    private Credentials(Map<String, String> headers, Map<String, String> query, Map<String, String> cookies) {
        this.headers = headers;
        this.query = query;
        this.cookies = cookies;
    }

    static Credentials inHeader(String name, String text) {
        return new Credentials(Map.of(name, text), Map.of(), Map.of());
    }

    static Credentials of(List<SecurityScheme> schemes, Function<SecurityScheme, String> keys) {
        Credentials all = new Credentials(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (SecurityScheme scheme : schemes) {
            String key = keys.apply(scheme);
            switch (scheme.in()) {
                case HEADER -> all.headers.put(scheme.name(), headerText(scheme, key));
                case QUERY -> all.query.put(encoded(scheme.name()), encoded(key));
                case COOKIE -> all.cookies.put(scheme.name(), cookieText(key));
            }
        }
        return all;
    }

    private static String headerText(SecurityScheme scheme, String key) {
        String text =
                scheme.isBasic() ? Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII)) : key;
        return scheme.word().isEmpty() ? text : scheme.word() + " " + text;
    }

    /** As it is, unless it has a character that no cookie can have. */
    private static String cookieText(String key) {
        return key.chars().allMatch(c -> c > ' ' && c < 0x7f && "\",;\\".indexOf(c) < 0) ? key : encoded(key);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address of the request with the keys of the query. What the caller has passed as an argument of that name stays. */
    URI addressOf(Request request) {
        StringBuilder url = new StringBuilder(request.url());
        query.forEach((name, key) -> {
            if (url.indexOf("?" + name + "=") < 0 && url.indexOf("&" + name + "=") < 0) {
                url.append(url.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(key);
            }
        });
        return URI.create(url.toString());
    }

    /** Adds the keys of headers and cookies. What the caller has passed as an argument of that name stays. */
    void addTo(HttpRequest.Builder builder, Request request) {
        headers.forEach((name, text) -> {
            if (!request.headers().containsKey(name)) {
                builder.setHeader(name, text);
            }
        });
        if (!cookies.isEmpty()) {
            StringBuilder line =
                    new StringBuilder(String.join("; ", request.headers().getOrDefault(COOKIE, List.of())));
            cookies.forEach((name, key) -> {
                if (("; " + line).indexOf("; " + name + "=") < 0) {
                    line.append(line.isEmpty() ? "" : "; ")
                            .append(name)
                            .append('=')
                            .append(key);
                }
            });
            builder.setHeader(COOKIE, line.toString());
        }
    }

    /** Never holds a key. */
    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
