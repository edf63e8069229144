package io.github.clearstreet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What the verification of a running provider sends, seen from a provider on loopback. */
class LiveProviderIT {
    private static final String KEY = "live.made-up-key";
    private static final long ACCOUNT = 4711;

    @AutoClose
    private final Sandbox provider = Sandbox.builder().apiKey(KEY).start();

    @Test
    void verification_unlessToldOtherwise_sendsOnlyWhatCanDoNothing() {
        provider.account(Parties.ACCOUNT).position("GOOG", "25");

        Events tests = verify(
                OnLoopback.class,
                Map.of(LiveSettings.BASE_URL, provider.baseUrl().toString()));

        assertThat(tests.failed().count()).isZero();
        assertThat(tests.succeeded().count())
                .isEqualTo(provider.requests().size())
                .isPositive();
        assertThat(tests.succeeded().count() + tests.aborted().count())
                .isEqualTo(PactFile.interactions().size());
        assertThat(provider.account(Parties.ACCOUNT).orders()).isEmpty();
        assertThat(provider.account(Parties.ACCOUNT).positions()).hasSize(1);
    }

    @Test
    void verification_whenAskedForAnInteraction_sendsItWithTheKeyAndToTheAccountThatWereGiven() {
        provider.account(ACCOUNT);

        Events tests = verify(OnLoopback.class, asking("closes an account that holds nothing"));

        assertThat(tests.failed().count()).isZero();
        assertThat(tests.succeeded().count()).isEqualTo(provider.requests().size());
        assertThat(provider.requests())
                .extracting(SandboxRequest::path)
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/v1/accounts/" + ACCOUNT + "/"));
        assertThat(tests.succeeded().map(test -> test.getTestDescriptor().getDisplayName()))
                .anySatisfy(name -> assertThat(name).contains("closes an account that holds nothing"));
    }

    @Test
    void verification_whenTheProviderBreaksTheContract_failsAndDoesNotTellTheKey() {
        provider.account(ACCOUNT);

        Events tests = verify(OnLoopback.class, asking("closes a position with an order that is rejected at once"));

        assertThat(failure(tests)).contains("$.data").doesNotContain(KEY);
    }

    @Test
    void verification_withoutAKey_saysWhereToPutIt() {
        Events tests = verify(OnLoopbackWithoutKey.class, asking("closes an account that holds nothing"));

        assertThat(failure(tests)).contains("CLEAR_STREET_API_KEY");
    }

    @Test
    void verification_withoutABaseUrl_saysWhatIsMissing() {
        Events tests = verify(OnLoopback.class, Map.of());

        assertThat(tests.succeeded().count()).isZero();
        assertThat(failure(tests)).contains("-Dprovider.baseUrl=URL");
    }

    private Map<String, String> asking(String interaction) {
        return Map.of(
                LiveSettings.BASE_URL,
                provider.baseUrl().toString(),
                LiveSettings.ACCOUNT,
                String.valueOf(ACCOUNT),
                LiveSettings.INTERACTIONS,
                interaction);
    }

    private static Events verify(Class<?> verification, Map<String, String> settings) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(settings)
                .selectors(selectClass(verification))
                .execute()
                .testEvents();
    }

    private static String failure(Events tests) {
        return tests.failed()
                .map(test -> test.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::toString)
                .findFirst()
                .orElseThrow();
    }

    /** The verification with a key that needs no environment. Not run by itself. */
    static class OnLoopback extends LiveProviderVerification {
        OnLoopback(LiveSettings settings) {
            super(settings);
        }

        @Override
        @Nullable
        String apiKey() {
            return KEY;
        }
    }

    static class OnLoopbackWithoutKey extends OnLoopback {
        OnLoopbackWithoutKey(LiveSettings settings) {
            super(settings);
        }

        @Override
        @Nullable
        String apiKey() {
            return null;
        }
    }
}
