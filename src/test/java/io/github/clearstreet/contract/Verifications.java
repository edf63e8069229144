package io.github.clearstreet.contract;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import java.util.List;
import java.util.stream.Collectors;

/** What all verifications of the pact have in common. */
final class Verifications {
    private Verifications() {}

    /** Verifies without a report on the console. If it fails, the error says what Pact would have printed. */
    static void verify(PactVerificationContext context) {
        try {
            context.verifyInteraction();
        } catch (AssertionError e) {
            throw new AssertionError(
                    context.getInteraction().getDescription() + ":\n" + failures(context.getTestExecutionResult()), e);
        }
    }

    static boolean isIn(String state, Interaction interaction) {
        return interaction.getProviderStates().stream()
                .map(ProviderState::getName)
                .anyMatch(state::equals);
    }

    private static String failures(List<VerificationResult.Failed> results) {
        return results.stream()
                .flatMap(result -> result.getFailures().values().stream())
                .flatMap(List::stream)
                .map(VerificationFailureType::description)
                .collect(Collectors.joining("\n"));
    }
}
