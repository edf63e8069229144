package io.github.clearstreet.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.VerificationReports;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxOrder;
import io.github.clearstreet.sandbox.VirtualClock;
import java.net.URI;
import java.time.Instant;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sends every request of the pact to a sandbox over HTTP, and holds its answers against the pact. */
@Provider(Parties.PROVIDER)
@PactFolder("target/pacts")
@VerificationReports({})
abstract class SandboxVerification {
    static final String KEY = "sandbox.made-up-key";
    private static final String REVOKED_KEY = "sandbox.revoked-key";

    private @Nullable Sandbox sandbox;

    /** Where the pact's requests go: to the sandbox, or to something in front of it. */
    URI provider(Sandbox behind) {
        return behind.baseUrl();
    }

    /** Whether this part of the pact is verified. */
    boolean isVerified(Interaction interaction) {
        return true;
    }

    @BeforeEach
    void makeStateTrue(PactVerificationContext context) {
        assumeTrue(isVerified(context.getInteraction()));
        sandbox = Sandbox.builder()
                .apiKey(KEY)
                .clock(VirtualClock.at(Instant.parse("2025-10-03T14:01:15Z")))
                .start();
        context.setTarget(ProviderTarget.of(provider(sandbox)));
        context.addStateChangeHandlers(new SandboxStates(sandbox));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void answersAsAgreed(PactVerificationContext context, Interaction interaction, HttpRequest request) {
        request.setHeader("Authorization", "Bearer " + key(interaction));

        Verifications.verify(context);

        if (Verifications.isIn(ProviderStates.OPEN_ORDER, interaction)) {
            boolean cancelOrders = interaction
                    .asSynchronousRequestResponse()
                    .getRequest()
                    .getBody()
                    .valueAsString()
                    .contains("true");
            assertThat(openOrder().status()).isEqualTo(cancelOrders ? "CANCELED" : "NEW");
        }
    }

    @AfterEach
    void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    /** The order that was there before the request. */
    private SandboxOrder openOrder() {
        return requireNonNull(sandbox).account(Parties.ACCOUNT).orders().get(0);
    }

    private String key(Interaction interaction) {
        return Verifications.isIn(ProviderStates.INVALID_KEY, interaction) ? REVOKED_KEY : KEY;
    }
}
