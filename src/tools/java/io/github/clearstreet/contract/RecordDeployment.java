package io.github.clearstreet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Tells a Pact broker that this version of the client is in an environment now. All settings are environment variables. */
public final class RecordDeployment {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment;

    private RecordDeployment(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new RecordDeployment(System.getenv()).run();
    }

    private void run() throws IOException, InterruptedException {
        String target = setting("PACT_ENVIRONMENT");
        String version = setting("GIT_COMMIT");
        URI address = URI.create(
                setting("PACT_BROKER_BASE_URL") + "/pacticipants/" + Parties.CONSUMER + "/versions/" + version);

        JsonNode links = send(to(address).GET()).at("/_links/pb:record-deployment");
        URI link = StreamSupport.stream(links.spliterator(), false)
                .filter(candidate -> candidate.path("name").asText().equals(target))
                .map(candidate -> URI.create(candidate.path("href").asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The broker has no environment " + target));
        send(to(address.resolve(link)).POST(BodyPublishers.ofString("{}")));
        System.out.println(Parties.CONSUMER + " " + version + " is in " + target);
    }

    private HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + setting("PACT_BROKER_TOKEN"))
                .header("Accept", "application/hal+json")
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + " was answered with " + response.statusCode());
        }
        return new ObjectMapper().readTree(response.body());
    }

    private String setting(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("Set the environment variable " + name);
        }
        return value;
    }
}
