package io.github.clearstreet.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clearstreet.sandbox.Sandbox;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.URIBuilder;

/** A page token is known to its own provider only, so the one in the pact is an example. */
final class PageTokens {
    private static final String PARAMETER = "page_token";

    private PageTokens() {}

    /** Puts the token in place that the provider gives with the first page of the same list. */
    static void replaceByOneOf(Sandbox provider, HttpRequest request) {
        try {
            URI first =
                    new URIBuilder(request.getUri()).removeParameter(PARAMETER).build();
            URI second = new URIBuilder(first)
                    .addParameter(PARAMETER, nextPageToken(provider, first))
                    .build();
            request.setUri(second);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nextPageToken(Sandbox provider, URI page) throws IOException {
        URI address = provider.baseUrl().resolve(page.getRawPath() + "?" + page.getRawQuery());
        try {
            String body = HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(address)
                                    .header("Authorization", "Bearer " + provider.apiKey())
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return new ObjectMapper()
                    .readTree(body)
                    .at("/metadata/next_page_token")
                    .asText();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }
}
