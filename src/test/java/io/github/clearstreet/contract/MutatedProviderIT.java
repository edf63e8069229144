package io.github.clearstreet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import au.com.dius.pact.core.model.Interaction;
import io.github.clearstreet.contract.MutationTable.Verdict;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** How strong the contract is: the verification runs once for each way in which a provider can change. */
class MutatedProviderIT {
    private static final String PARAMETER = "io.github.clearstreet.contract.mutation";
    private static final List<RecordedInteraction> RECORDS = new ArrayList<>();
    private static final Mutation RECORDING = Mutation.harmless("none", UnaryOperator.identity());
    private static final Map<String, Mutation> MUTATIONS = mutations();

    @Test
    void contract_whenTheProviderChanges_catchesWhatHurtsAndAllowsTheRest() {
        List<Verdict> verdicts =
                MUTATIONS.values().stream().map(MutatedProviderIT::verify).toList();

        System.out.println(new MutationTable(verdicts));
        assertThat(verdicts)
                .hasSizeGreaterThan(30)
                .allSatisfy(verdict -> assertThat(verdict.isRight())
                        .as("%s failed: %s", verdict.mutation(), verdict.failed())
                        .isTrue());
    }

    private static Verdict verify(Mutation mutation) {
        return mutation.changesRequests() ? verifyOverHttp(mutation) : verifyByRecords(mutation);
    }

    /** What the good provider responds is always the same: it is asked once, and changed for each. */
    private static Verdict verifyByRecords(Mutation mutation) {
        return new Verdict(
                mutation,
                RECORDS.stream()
                        .filter(record -> mutation.isTriedIn(record.interaction()))
                        .filter(record -> !record.isKeptBy(mutation.answer().apply(record.response())))
                        .map(record -> record.interaction().getDescription())
                        .limit(1)
                        .toList());
    }

    private static Verdict verifyOverHttp(Mutation mutation) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .configurationParameter(PARAMETER, mutation.toString())
                .selectors(selectClass(MutatedProvider.class))
                .execute()
                .testEvents();
        assertThat(tests.finished().count() + tests.skipped().count())
                .isEqualTo(PactFile.interactions().size());
        return new Verdict(
                mutation,
                tests.failed()
                        .map(Event::getTestDescriptor)
                        .map(test -> test.getDisplayName())
                        .toList());
    }

    @BeforeAll
    static void askTheGoodProvider() {
        assertThat(verifyOverHttp(RECORDING).failed()).isEmpty();
        assertThat(RECORDS).hasSameSizeAs(PactFile.interactions());
    }

    private static Map<String, Mutation> mutations() {
        List<Mutation> all = new ArrayList<>(HurtingMutations.all(Specification.load()));
        all.addAll(HarmlessMutations.all());
        return all.stream()
                .collect(Collectors.toMap(Mutation::toString, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /** The verification of one mutated provider. Not run by itself. */
    @ExtendWith({MutationFromConfiguration.class, SkipsTheRestOnceCaught.class})
    static class MutatedProvider extends SandboxVerification {
        private final Mutation mutation;
        private @Nullable BrokenProvider provider;
        private @Nullable Interaction tried;

        MutatedProvider(Mutation mutation) {
            this.mutation = mutation;
        }

        @Override
        boolean isVerified(Interaction interaction) {
            tried = interaction;
            return mutation.isTriedIn(interaction);
        }

        @Override
        URI provider(Sandbox behind) {
            Mutation used = mutation.equals(RECORDING) ? Mutation.harmless("none", this::recorded) : mutation;
            provider = new BrokenProvider(behind.baseUrl(), used);
            return provider.baseUrl();
        }

        private SandboxResponse recorded(SandboxResponse response) {
            RECORDS.add(new RecordedInteraction(Objects.requireNonNull(tried), response));
            return response;
        }

        @AfterEach
        void stopProvider() {
            if (provider != null) {
                provider.close();
            }
        }
    }

    static class MutationFromConfiguration implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Mutation.class;
        }

        @Override
        public Mutation resolveParameter(ParameterContext parameter, ExtensionContext context) {
            String name = context.getConfigurationParameter(PARAMETER).orElseThrow();
            return name.equals(RECORDING.toString()) ? RECORDING : Objects.requireNonNull(MUTATIONS.get(name));
        }
    }
    /** One interaction that fails is a verdict: the rest would say it again, and take most of the time. */
    static class SkipsTheRestOnceCaught implements ExecutionCondition, AfterTestExecutionCallback {
        private static final Namespace NAMESPACE = Namespace.create(SkipsTheRestOnceCaught.class);

        @Override
        public void afterTestExecution(ExtensionContext context) {
            if (context.getExecutionException().isPresent()) {
                store(context).put(context.getRequiredTestClass(), true);
            }
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean caught = context.getTestClass()
                    .map(verification -> store(context).get(verification))
                    .isPresent();
            return caught
                    ? ConditionEvaluationResult.disabled("caught")
                    : ConditionEvaluationResult.enabled("not caught");
        }

        private static Store store(ExtensionContext context) {
            return context.getRoot().getStore(NAMESPACE);
        }
    }
}
