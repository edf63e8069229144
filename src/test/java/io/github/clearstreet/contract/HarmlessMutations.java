package io.github.clearstreet.contract;

import static io.github.clearstreet.contract.Mutation.eachError;
import static io.github.clearstreet.contract.Mutation.eachOrder;
import static io.github.clearstreet.contract.Mutation.envelope;
import static io.github.clearstreet.contract.Mutation.harmless;
import static io.github.clearstreet.contract.Mutation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Changes that the client takes in its stride. The contract must not stand in their way. */
final class HarmlessMutations {
    private HarmlessMutations() {}

    static List<Mutation> all() {
        return List.of(
                harmless("nothing at all", answer -> answer),
                harmless(
                        "order: a new field",
                        eachOrder(order -> order.putObject("tax").put("lot", "FIFO"))),
                harmless("envelope: a new field", envelope(envelope -> envelope.put("version", 2))),
                harmless("metadata: a new field", envelope(envelope -> {
                    if (envelope.path("metadata") instanceof ObjectNode metadata) {
                        metadata.put("region", "us");
                    }
                })),
                harmless("error: a new field", eachError(error -> error.put("help", "See the documentation."))),
                harmless("order: a new order_type", eachOrder(order -> order.put("order_type", "MARKET_ON_CLOSE"))),
                harmless("order: a new time_in_force", eachOrder(order -> order.put("time_in_force", "EXTENDED_DAY"))),
                harmless(
                        "order: a new status of a resting order",
                        eachOrder(order -> replace(order, "status", "PENDING_NEW", "ACCEPTED"))),
                harmless(
                        "order: a new instrument_type",
                        eachOrder(order -> replace(order, "instrument_type", "COMMON_STOCK", "ETF"))),
                harmless("order: another venue", eachOrder(order -> order.put("venue", "ARCX"))),
                harmless("order: an id that is no UUID", eachOrder(order -> order.put("id", "order-1"))),
                harmless("order: a larger account_id", eachOrder(order -> order.put("account_id", 9007199254740993L))),
                harmless("order: more digits in quantity", eachOrder(order -> order.put("quantity", "25.000000"))),
                harmless(
                        "order: no fraction of a second",
                        eachOrder(order -> order.put("created_at", "2025-10-03T14:01:15Z"))),
                harmless(
                        "order: time with an offset",
                        eachOrder(order -> order.put("updated_at", "2025-10-03T10:01:15.5-04:00"))),
                harmless("order: null fields left out", eachOrder(HarmlessMutations::removeNulls)),
                harmless("envelope: null error left out", envelope(HarmlessMutations::removeNulls)),
                harmless("orders in another order", envelope(envelope -> reverse(envelope.path("data")))),
                harmless("keys in another order", json(HarmlessMutations::reversed)),
                harmless(
                        "spaces in the JSON",
                        answer -> answer.withBody(answer.body().replace(",\"", " ,\n  \""))),
                harmless("error: another message", eachError(error -> error.put("message", "Computer says no."))),
                harmless("error: another code", eachError(error -> error.put("code", 40301))),
                harmless("error: null details", eachError(error -> error.putIfAbsent("details", error.nullNode()))),
                harmless("header: a new one", answer -> answer.withHeader("X-Region", "us")),
                harmless(
                        "header: Retry-After where none was",
                        answer -> answer.header("Retry-After").isPresent()
                                ? answer
                                : answer.withHeader("Retry-After", "1")),
                harmless(
                        "content type: with a charset",
                        answer -> answer.withHeader(
                                "Content-Type", answer.header("Content-Type").orElseThrow() + "; charset=utf-8")),
                harmless(
                        "page: another text",
                        answer -> answer.body().startsWith("<") ? answer.withBody("<html>Sorry.</html>") : answer));
    }

    private static void replace(ObjectNode order, String field, String from, String to) {
        if (order.path(field).asText().equals(from)) {
            order.put(field, to);
        }
    }

    private static void removeNulls(ObjectNode object) {
        object.properties().removeIf(field -> field.getValue().isNull());
    }

    private static void reverse(JsonNode list) {
        if (list instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(elements::add);
            Collections.reverse(elements);
            array.removeAll().addAll(elements);
        }
    }

    private static JsonNode reversed(JsonNode value) {
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(reversed(element)));
            return copy;
        }
        if (!(value instanceof ObjectNode)) {
            return value;
        }
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> copy.set(name, reversed(value.path(name))));
        return copy;
    }
}
