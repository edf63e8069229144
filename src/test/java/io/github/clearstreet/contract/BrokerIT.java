package io.github.clearstreet.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clearstreet.contract.BrokerStandIn.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The steps of the profile {@code broker}, run by Maven as a person would, with a broker on loopback. */
class BrokerIT {
    private static final String TOKEN = "made-up-token";

    private record Run(int exitCode, String output) {}

    @Test
    void steps_whenTheBrokerAgrees_publishAskAndRecord() throws Exception {
        try (BrokerStandIn broker = new BrokerStandIn(true)) {
            Run run = maven(broker, "pact:publish", "pact:can-i-deploy", "exec:java@record-deployment");

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output()).doesNotContain(TOKEN);
            assertThat(broker.received())
                    .extracting(Received::line)
                    .containsSubsequence(
                            "POST /contracts/publish",
                            "GET /matrix?q[][pacticipant]=clearstreet-client&latestby=cvp&q[][version]=abc123&environment=production",
                            "GET /pacticipants/clearstreet-client/versions/abc123",
                            "POST /deployed/to/production");
            assertThat(broker.received()).extracting(Received::authorization).containsOnly("Bearer " + TOKEN);
            assertPublished(new ObjectMapper().readTree(body(broker, "/contracts/publish")));
        }
    }

    @Test
    void canIDeploy_whenTheBrokerSaysNo_failsTheBuildBeforeAnythingIsRecorded() throws Exception {
        try (BrokerStandIn broker = new BrokerStandIn(false)) {
            Run run = maven(broker, "pact:can-i-deploy", "exec:java@record-deployment");

            assertThat(run.exitCode()).isNotZero();
            assertThat(run.output()).contains("because the stand-in says so").doesNotContain(TOKEN);
            assertThat(broker.received()).extracting(Received::method).containsOnly("GET");
        }
    }

    private static void assertPublished(JsonNode publication) throws IOException {
        assertThat(publication.path("pacticipantName").asText()).isEqualTo("clearstreet-client");
        assertThat(publication.path("pacticipantVersionNumber").asText()).isEqualTo("abc123");
        assertThat(publication.path("branch").asText()).isEqualTo("some-branch");
        assertThat(publication.path("tags")).isEmpty();
        assertThat(publication.path("contracts")).hasSize(1);
        JsonNode contract = publication.path("contracts").path(0);
        assertThat(contract.path("consumerName").asText()).isEqualTo(Parties.CONSUMER);
        assertThat(contract.path("providerName").asText()).isEqualTo(Parties.PROVIDER);
        assertThat(contract.path("specification").asText()).isEqualTo("pact");
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(
                        Base64.getDecoder().decode(contract.path("content").asText())))
                .isEqualTo(json.readTree(Files.readAllBytes(PactFile.FILE)));
    }

    private static String body(BrokerStandIn broker, String target) {
        return broker.received().stream()
                .filter(request -> request.target().equals(target))
                .map(Received::body)
                .findFirst()
                .orElseThrow();
    }

    private static Run maven(BrokerStandIn broker, String... goals) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(property("maven.home"), "bin", "mvn").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "-Pbroker",
                "-Dmaven.repo.local=" + property("maven.repo.local")));
        command.addAll(List.of(goals));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PACT_BROKER_BASE_URL", broker.baseUrl(),
                        "PACT_BROKER_TOKEN", TOKEN,
                        "PACT_ENVIRONMENT", "production",
                        "GIT_COMMIT", "abc123",
                        "GIT_BRANCH", "some-branch"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
