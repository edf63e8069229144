package io.github.clearstreet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

class IdentifierFuzzTest {
    private static final String ORDERS = "/v1/accounts/19816/orders/";

    /** An order id arrives as one segment that means the same, or nothing is sent. */
    @FuzzTest(maxDuration = "10m")
    void cancelOpenOrder_ofAnyId_arrivesAsItselfOrNotAtAll(FuzzedDataProvider data) {
        String id = data.consumeRemainingAsString();
        Loopback.allow();
        try (Sandbox sandbox = Sandbox.start();
                ClearStreet client = ClearStreet.builder()
                        .baseUrl(sandbox.baseUrl())
                        .apiKey(sandbox.apiKey())
                        .build()) {
            sandbox.account(19816);
            boolean sent = Bounds.check(id.length(), () -> isSent(client, id));

            List<SandboxRequest> requests = sandbox.requests();
            assertThat(requests).hasSize(sent ? Bounds.TIMES : 0);
            for (SandboxRequest request : requests) {
                assertThat(request.path()).startsWith(ORDERS);
                String segment = request.path().substring(ORDERS.length());
                assertThat(segment).isNotEmpty().doesNotContain("/", "?", "#", ";", "\\");
                assertThat(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                        .isEqualTo(id);
            }
        }
    }

    private static boolean isSent(ClearStreet client, String id) {
        try {
            client.orders().cancelOpenOrder(19816, id);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        } catch (ClearStreetException answered) {
            return true;
        }
    }

    /** A base URL is https, or http to this machine, and holds no user, query or fragment; or it is refused. */
    @FuzzTest(maxDuration = "10m")
    void baseUrl_ofAnyText_isSafeOrRefused(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        URI url;
        try {
            url = Bounds.check(text.length(), () -> accepted(text));
        } catch (IllegalArgumentException refused) {
            return;
        }
        assertThat(url.getHost()).isNotEmpty();
        assertThat(url.getRawUserInfo()).isNull();
        assertThat(url.getRawQuery()).isNull();
        assertThat(url.getRawFragment()).isNull();
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            assertThat(url.getScheme()).isEqualToIgnoringCase("http");
            assertThat(url.getHost()).matches("(?i)localhost\\.?|127\\..*|\\[.*\\]");
        }
    }

    private static URI accepted(String text) {
        URI url = URI.create(text);
        ClearStreet.builder().baseUrl(url);
        return url;
    }
}
