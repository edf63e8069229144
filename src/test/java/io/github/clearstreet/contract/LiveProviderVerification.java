package io.github.clearstreet.contract;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.VerificationReports;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Holds the pact against a provider that runs somewhere. What is sent there is carried out, so unless it is told otherwise
 * it sends only requests that nothing can come of, wherever they arrive: those with a key that no provider knows. The
 * others are reported as skipped. Run by the profile {@code live-provider}.
 */
@Provider(Parties.PROVIDER)
@PactFolder("target/pacts")
@VerificationReports({})
@IgnoreMissingStateChange
@ExtendWith(LiveSettings.FromConfiguration.class)
class LiveProviderVerification {
    static final String KEY_VARIABLE = "CLEAR_STREET_API_KEY";
    private static final String KEY_OF_NOBODY = "no-such-key.no-such-secret";

    private final LiveSettings settings;

    LiveProviderVerification(LiveSettings settings) {
        this.settings = settings;
    }

    /** The key of the account. */
    @Nullable
    String apiKey() {
        return System.getenv(KEY_VARIABLE);
    }

    @BeforeEach
    void aim(PactVerificationContext context) {
        context.setTarget(ProviderTarget.of(settings.baseUrl()));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void answersAsAgreed(PactVerificationContext context, Interaction interaction, HttpRequest request) {
        boolean safe = Verifications.isIn(ProviderStates.INVALID_KEY, interaction);
        assumeTrue(
                safe || settings.askFor(interaction.getDescription()),
                () -> "Not sent, because it could change the account. To send it, name it in -D"
                        + LiveSettings.INTERACTIONS);

        request.setHeader("Authorization", "Bearer " + (safe ? KEY_OF_NOBODY : keyOfTheAccount()));
        request.setPath(request.getPath()
                .replace("/accounts/" + Parties.ACCOUNT + "/", "/accounts/" + settings.account() + "/"));
        Verifications.verify(context);
    }

    private String keyOfTheAccount() {
        return requireNonNull(apiKey(), "Set the environment variable " + KEY_VARIABLE);
    }
}
