package io.github.clearstreet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class SandboxAnswersFollowSpecificationTest {
    @Test
    void test_whenASandboxAnswersWrongly_fails() {
        Events tests = run("answersWrongly");

        assertThat(tests.failed().map(Event::getPayload))
                .singleElement()
                .asString()
                .contains("DELETE /v1/accounts/19816/positions: /data/0/quantity", "decimal pattern");
    }

    @Test
    void test_whenASandboxAnswersWronglyOnPurpose_succeeds() {
        assertThat(run("answersWronglyOnPurpose").succeeded().count()).isEqualTo(1);
    }

    private static Events run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .enableImplicitConfigurationParameters(true)
                .selectors(selectMethod(UsesASandbox.class, method))
                .execute()
                .testEvents();
    }

    /** Two tests of somebody. Not run by themselves. */
    static class UsesASandbox {
        @Test
        void answersWrongly() throws IOException, InterruptedException {
            try (Sandbox sandbox = Sandbox.start()) {
                sandbox.account(Parties.ACCOUNT)
                        .position("GOOG", "25")
                        .behaviour(OrderBehaviour.rests().withField("quantity", "many"));
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create(sandbox.baseUrl() + "/v1/accounts/" + Parties.ACCOUNT + "/positions"))
                        .header("Authorization", "Bearer " + sandbox.apiKey())
                        .DELETE()
                        .build();
                assertThat(HttpClient.newHttpClient()
                                .send(request, BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
        }

        @Test
        @Tag(SandboxAnswersFollowSpecification.OFF_SPECIFICATION)
        void answersWronglyOnPurpose() throws IOException, InterruptedException {
            answersWrongly();
        }
    }
}
