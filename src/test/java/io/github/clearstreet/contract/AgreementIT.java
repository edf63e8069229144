package io.github.clearstreet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clearstreet.contract.PactFile.Interaction;
import io.github.clearstreet.contract.Specification.AnswerKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The pact and the specification say the same. */
class AgreementIT {
    /** The one place where a contract goes beyond the specification, because a client must live with it. */
    private static final String NEWER_STATUS = "/data/0/status: does not have a value in the enumeration";

    private final Specification specification = Specification.load();
    private final List<Interaction> interactions = PactFile.interactions();

    @Test
    void everyRequestOfThePact_hasTheFormThatTheSpecificationAsksFor() {
        Map<String, List<String>> problems = new TreeMap<>();
        interactions.forEach(interaction -> problems.put(
                interaction.description(),
                specification.requestProblems(interaction.exchange().request())));

        assertThat(problems)
                .isNotEmpty()
                .allSatisfy((situation, found) -> assertThat(found).isEmpty());
    }

    @Test
    void everyAnswerOfThePact_hasTheFormThatTheSpecificationPromises() {
        assertThat(interactions).isNotEmpty().allSatisfy(interaction -> {
            List<String> problems = specification.answerProblems(interaction.exchange());
            if (interaction.state().equals(ProviderStates.NEWER_STATUS)) {
                assertThat(problems).singleElement().asString().startsWith(NEWER_STATUS);
            } else {
                assertThat(problems).isEmpty();
            }
        });
    }

    @Test
    void everyKindOfAnswer_isCoveredByAnInteraction() {
        List<AnswerKind> covered = interactions.stream()
                .map(interaction ->
                        specification.answerKind(interaction.exchange()).orElseThrow())
                .toList();
        System.out.println(new CoverageTable(specification.answerKinds(), covered));

        assertThat(Set.copyOf(covered)).containsExactlyInAnyOrderElementsOf(specification.answerKinds());
    }

    @Test
    void everyFormOfARequest_isCoveredByAnInteraction() {
        assertThat(specification.requestForms()).isNotEmpty();
        assertThat(interactions.stream()
                        .flatMap(interaction -> specification
                                .requestForms(interaction.exchange().request())
                                .stream()))
                .containsAll(specification.requestForms());
    }

    @Test
    void everyExampleOfTheSpecification_hasTheFormOfItsSchema() {
        assertThat(specification.problemsOfExamples())
                .hasSizeGreaterThan(10)
                .allSatisfy((example, problems) -> assertThat(problems).isEmpty());
    }

    @Test
    void theFirstAnswerOfThePact_isThePublishedExampleWithoutItsNulls() throws IOException {
        JsonNode published = specification.example("PendingOrder").deepCopy();
        removeNulls(published);

        Interaction first = interactions.stream()
                .filter(interaction -> interaction.state().equals(ProviderStates.ONE_POSITION))
                .findFirst()
                .orElseThrow();
        assertThat(new ObjectMapper().readTree(first.exchange().answer().body()))
                .isEqualTo(published);
    }

    private static void removeNulls(JsonNode node) {
        node.forEach(AgreementIT::removeNulls);
        node.properties().removeIf(field -> field.getValue().isNull());
    }
}
