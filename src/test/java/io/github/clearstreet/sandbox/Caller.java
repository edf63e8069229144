package io.github.clearstreet.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Calls a sandbox over HTTP as any client would. */
final class Caller {
    static final long ACCOUNT = 19816;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Sandbox sandbox;

    Caller(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    HttpResponse<String> close() throws IOException, InterruptedException {
        return close("{}");
    }

    HttpResponse<String> close(String body) throws IOException, InterruptedException {
        return send(closing(body));
    }

    /** Sends a request for the account: {@code get("/orders?status=NEW")}. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(authorized(path).GET());
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(authorized(path).DELETE());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(authorized(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder authorized(String path) {
        return request("/v1/accounts/" + ACCOUNT + path).header("Authorization", "Bearer " + sandbox.apiKey());
    }

    CompletableFuture<HttpResponse<String>> closeLater() {
        return HTTP.sendAsync(closing("{}").build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder closing(String body) {
        return closing(BodyPublishers.ofString(body));
    }

    HttpRequest.Builder closing(BodyPublisher body) {
        return request("/v1/accounts/" + ACCOUNT + "/positions")
                .header("Authorization", "Bearer " + sandbox.apiKey())
                .header("Content-Type", "application/json")
                .method("DELETE", body);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path));
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    /** The only order of an answer that has one. */
    static JsonNode onlyOrder(HttpResponse<String> response) {
        JsonNode data = json(response).path("data");
        if (data.size() != 1) {
            throw new AssertionError("Expected one order: " + response.body());
        }
        return data.get(0);
    }
}
