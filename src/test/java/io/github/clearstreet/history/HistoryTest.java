package io.github.clearstreet.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.RequestLine;
import io.github.clearstreet.generator.GeneratedClient;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.json.UnreadableValueException;
import io.github.clearstreet.surface.SurfaceGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS) // All clients are compiled once, together.
class HistoryTest {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final List<HistoricalChange> changes = HistoricalChange.all();
    private final Map<String, Path> specifications = new LinkedHashMap<>();
    private Map<String, GeneratedClient> clients = Map.of();

    @BeforeAll
    void generateClients(@TempDir Path folder) {
        for (HistoricalChange change : changes) {
            for (String when : List.of(BEFORE, AFTER)) {
                specifications.put(change.variant(when), change.writeSpecification(when, folder));
            }
        }
        clients = GeneratedClient.of(specifications, folder);
    }

    List<HistoricalChange> changes() {
        return changes;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void gate_whenApiChanges_saysWhatItBreaks(HistoricalChange change) {
        List<String> differences = SurfaceGate.compare(specification(change, BEFORE), specification(change, AFTER));

        assertThat(differences).isEqualTo(change.differences());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void clientOfBefore_whenItReadsNewAnswer_losesNothing(HistoricalChange change) throws IOException {
        assertReading(client(change, BEFORE), change, AFTER, "old client reads new answer");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void clientOfAfter_whenItReadsOldAnswer_losesNothing(HistoricalChange change) throws IOException {
        assertReading(client(change, AFTER), change, BEFORE, "new client reads old answer");
    }

    @Test
    void clients_whenPathPrefixChanges_sendToTheirOwnAddress() {
        HistoricalChange change = changes.stream()
                .filter(candidate -> candidate.toString().startsWith("09"))
                .findFirst()
                .orElseThrow();

        assertThat(requestLine(client(change, BEFORE))).startsWith("DELETE /active/v1/accounts/");
        assertThat(requestLine(client(change, AFTER))).startsWith("DELETE /v1/accounts/");
    }

    private static void assertReading(GeneratedClient client, HistoricalChange change, String when, String section)
            throws IOException {
        Map<String, String> expected = change.reading(section);
        assertThat(expected).isNotEmpty();

        JsonModel answer = client.read("OrderListResponse", change.answer(when));

        assertThat((List<?>) GeneratedClient.get(answer, "data"))
                .singleElement()
                .satisfies(element -> {
                    assertThat(expected)
                            .allSatisfy((accessor, value) -> assertThat(observe(element, accessor))
                                    .as(accessor)
                                    .isEqualTo(value));
                    assertThat(texts(new ObjectMapper().readTree(((JsonModel) element).toJson())))
                            .isEqualTo(texts(change.element(when)));
                });
        // Nothing is reported but what the file says.
        assertThat(answer.violations())
                .extracting(violation -> "unreadable: " + violation)
                .containsExactlyInAnyOrderElementsOf(expected.values().stream()
                        .filter(value -> value.startsWith("unreadable"))
                        .toList());
    }

    /** Returns what an accessor returns or reports, as text. Two names are called one after the other. */
    private static String observe(Object model, String accessors) {
        try {
            Object value = model;
            for (String accessor : accessors.split(" ", -1)) {
                value = GeneratedClient.get(value, accessor);
                value = value instanceof Optional<?> optional ? optional.orElse(null) : value;
                if (value == null) {
                    return "empty";
                }
            }
            return value.toString();
        } catch (UnreadableValueException e) {
            return "unreadable: " + e.violation();
        }
    }

    /** Returns the fields as text: absent and null mean the same, and so do an integer and its text. */
    private static Map<String, String> texts(JsonNode element) {
        Map<String, String> texts = new TreeMap<>();
        element.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static String requestLine(GeneratedClient client) {
        return Stream.of(client.api("PositionsApi").getMethods())
                .map(method -> method.getAnnotation(RequestLine.class))
                .filter(Objects::nonNull)
                .map(RequestLine::value)
                .findFirst()
                .orElseThrow();
    }

    private GeneratedClient client(HistoricalChange change, String when) {
        return Objects.requireNonNull(clients.get(change.variant(when)));
    }

    private Path specification(HistoricalChange change, String when) {
        return Objects.requireNonNull(specifications.get(change.variant(when)));
    }
}
