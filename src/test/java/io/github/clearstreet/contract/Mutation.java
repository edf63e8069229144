package io.github.clearstreet.contract;

import au.com.dius.pact.core.model.Interaction;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One way in which a provider can change.
 *
 * @param variant tells it from others of the same name; empty if there are none
 * @param state the provider state in which it is tried; empty for all
 * @param hurts whether the client, or somebody who relies on what it says, would be worse off
 * @param request what the provider makes of a request before it looks at it
 * @param answer what becomes of its answer
 */
record Mutation(
        String name,
        String variant,
        String state,
        boolean hurts,
        UnaryOperator<BrokenProvider.Received> request,
        UnaryOperator<SandboxResponse> answer) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UnaryOperator<BrokenProvider.Received> AS_IT_CAME = UnaryOperator.identity();

    static Mutation hurting(String name, UnaryOperator<SandboxResponse> answer) {
        return new Mutation(name, "", "", true, AS_IT_CAME, answer);
    }

    static Mutation harmless(String name, UnaryOperator<SandboxResponse> answer) {
        return new Mutation(name, "", "", false, AS_IT_CAME, answer);
    }

    static Mutation deaf(String name, UnaryOperator<BrokenProvider.Received> request) {
        return new Mutation(name, "", "", true, request, UnaryOperator.identity());
    }

    Mutation variant(String newVariant) {
        return new Mutation(name, newVariant, state, hurts, request, answer);
    }

    /** One state is enough, and much faster, where the change can be seen in this state or in none. */
    Mutation in(String newState) {
        return new Mutation(name, variant, newState, hurts, request, answer);
    }

    boolean changesRequests() {
        return request != AS_IT_CAME;
    }

    boolean isTriedIn(Interaction interaction) {
        return state.isEmpty() || Verifications.isIn(state, interaction);
    }

    /** Changes each order of each answer. */
    static UnaryOperator<SandboxResponse> eachOrder(Consumer<ObjectNode> change) {
        return eachRecordWith("time_in_force", change);
    }

    /** Changes each execution of each answer. */
    static UnaryOperator<SandboxResponse> eachExecution(Consumer<ObjectNode> change) {
        return eachRecordWith("transaction_time", change);
    }

    /** Changes each position of each answer. */
    static UnaryOperator<SandboxResponse> eachPosition(Consumer<ObjectNode> change) {
        return eachRecordWith("position_type", change);
    }

    /** Changes each object in {@code data}, in a list or alone, that has this field. */
    static UnaryOperator<SandboxResponse> eachRecordWith(String field, Consumer<ObjectNode> change) {
        return envelope(envelope -> {
            JsonNode data = envelope.path("data");
            Iterable<JsonNode> records = data.isArray() ? data : List.of(data);
            records.forEach(entry -> {
                if (entry instanceof ObjectNode object && object.has(field)) {
                    change.accept(object);
                }
            });
        });
    }

    /** Changes each error, in an envelope or not. */
    static UnaryOperator<SandboxResponse> eachError(Consumer<ObjectNode> change) {
        return envelope(envelope -> {
            JsonNode error = envelope.has("code") ? envelope : envelope.path("error");
            if (error instanceof ObjectNode object) {
                change.accept(object);
            }
        });
    }

    /** Changes the outermost object of each answer that is JSON. */
    static UnaryOperator<SandboxResponse> envelope(Consumer<ObjectNode> change) {
        return json(envelope -> {
            change.accept(envelope);
            return envelope;
        });
    }

    /** Puts another value in place of the outermost object of each answer that is JSON. */
    static UnaryOperator<SandboxResponse> json(Function<ObjectNode, JsonNode> change) {
        return answer -> {
            if (!answer.body().startsWith("{")) {
                return answer;
            }
            try {
                return answer.withBody(
                        change.apply((ObjectNode) JSON.readTree(answer.body())).toString());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    static UnaryOperator<SandboxResponse> whenStatus(int status, UnaryOperator<SandboxResponse> change) {
        return answer -> answer.status() == status ? change.apply(answer) : answer;
    }

    @Override
    public String toString() {
        return variant.isEmpty() ? name : name + ", " + variant;
    }
}
