package io.github.clearstreet.contract;

import static io.github.clearstreet.contract.Mutation.deaf;
import static io.github.clearstreet.contract.Mutation.eachError;
import static io.github.clearstreet.contract.Mutation.eachExecution;
import static io.github.clearstreet.contract.Mutation.eachOrder;
import static io.github.clearstreet.contract.Mutation.eachPosition;
import static io.github.clearstreet.contract.Mutation.envelope;
import static io.github.clearstreet.contract.Mutation.hurting;
import static io.github.clearstreet.contract.Mutation.json;
import static io.github.clearstreet.contract.Mutation.whenStatus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changes that a caller of the client would suffer from. The contract must catch each of them. */
final class HurtingMutations {
    private HurtingMutations() {}

    static List<Mutation> all(Specification specification) {
        List<Mutation> all = new ArrayList<>();
        specification
                .fields("Order")
                .forEach(field -> all.addAll(ofField("order", field, ProviderStates.EVERY_FIELD, Mutation::eachOrder)));
        specification
                .fields("Position")
                .forEach(field -> all.addAll(
                        ofField("position", field, ProviderStates.SHORT_OPTION_IN_USE, Mutation::eachPosition)));
        specification
                .fields("Execution")
                .forEach(field ->
                        all.addAll(ofField("execution", field, ProviderStates.FILLED, Mutation::eachExecution)));
        Stream.of(ofPositions(), ofOrders(), ofExecutions(), ofEnvelopes(), ofErrors(), ofHttp(), ofRequests())
                .forEach(all::addAll);
        return all;
    }

    /** @param state in which every field has a value: there the loss of any is seen */
    private static List<Mutation> ofField(
            String type,
            String field,
            String state,
            Function<Consumer<ObjectNode>, UnaryOperator<SandboxResponse>> each) {
        String name = type + ": " + field;
        return Stream.of(
                        hurting(name, each.apply(object -> object.remove(field)))
                                .variant("removed"),
                        hurting(name, each.apply(object -> object.putNull(field)))
                                .variant("null"),
                        hurting(name, each.apply(object -> wrap(object, field))).variant("in an object"))
                .map(mutation -> mutation.in(state))
                .toList();
    }

    private static List<Mutation> ofPositions() {
        return Stream.of(
                        hurting("position: quantity without its sign", eachPosition(HurtingMutations::unsigned)),
                        hurting("position: quantity a number", eachPosition(position -> number(position, "quantity"))),
                        hurting("position: market_value a number", eachPosition(p -> number(p, "market_value"))),
                        hurting("position: position_type in lower case", eachPosition(p -> lower(p, "position_type"))),
                        hurting(
                                "position: closing_price_date in another form",
                                eachPosition(position -> position.put("closing_price_date", "10/02/2025"))))
                .map(mutation -> mutation.in(ProviderStates.SHORT_OPTION_IN_USE))
                .toList();
    }

    private static List<Mutation> ofExecutions() {
        return Stream.of(
                        hurting("execution: order_id renamed", eachExecution(e -> rename(e, "order_id", "order"))),
                        hurting("execution: quantity a number", eachExecution(e -> number(e, "quantity"))),
                        hurting("execution: side in lower case", eachExecution(e -> lower(e, "side"))))
                .map(mutation -> mutation.in(ProviderStates.FILLED))
                .toList();
    }

    private static List<Mutation> ofOrders() {
        return List.of(
                hurting("order: id renamed", eachOrder(order -> rename(order, "id", "order_id"))),
                hurting(
                        "order: leaves_quantity renamed",
                        eachOrder(order -> rename(order, "leaves_quantity", "remaining"))),
                hurting("order: venue renamed", eachOrder(order -> rename(order, "venue", "mic"))),
                hurting("order: id a number", eachOrder(order -> order.put("id", 7))),
                hurting("order: account_id a string", eachOrder(order -> order.put("account_id", "19816"))),
                hurting("order: quantity a number", eachOrder(order -> number(order, "quantity"))),
                hurting("order: average_fill_price a number", eachOrder(order -> number(order, "average_fill_price"))),
                hurting("order: quantity with a unit", eachOrder(order -> order.put("quantity", "25 shares"))),
                hurting("order: quantity with separators", eachOrder(order -> order.put("quantity", "1,000"))),
                hurting("order: filled_quantity empty text", eachOrder(order -> order.put("filled_quantity", ""))),
                hurting("order: side in lower case", eachOrder(order -> lower(order, "side"))),
                hurting("order: status in lower case", eachOrder(order -> lower(order, "status"))),
                hurting("order: time_in_force in lower case", eachOrder(order -> lower(order, "time_in_force"))),
                hurting("order: order_type a code", eachOrder(order -> order.put("order_type", 1))),
                hurting("order: side reversed", eachOrder(order -> order.put("side", reverse(order.path("side"))))),
                hurting("order: rejected shown as pending", eachOrder(order -> replaceStatus(order, "REJECTED"))),
                hurting("order: created_at without zone", eachOrder(order -> zoneless(order, "created_at"))),
                hurting("order: releases_at without zone", eachOrder(order -> zoneless(order, "releases_at"))),
                hurting(
                        "order: updated_at in milliseconds",
                        eachOrder(order -> order.put("updated_at", 1759500075000L))),
                hurting("order: created_at a date", eachOrder(order -> order.put("created_at", "2025-10-03"))),
                hurting("order: details one text", eachOrder(order -> {
                    if (order.has("details")) {
                        order.put("details", "A text.");
                    }
                })),
                hurting("order: extended_hours a text", eachOrder(order -> order.put("extended_hours", "no"))));
    }

    private static List<Mutation> ofEnvelopes() {
        return List.of(
                hurting("envelope dropped", json(envelope -> envelope.has("data") ? envelope.get("data") : envelope)),
                hurting("envelope: data renamed", envelope(envelope -> rename(envelope, "data", "orders"))),
                hurting("envelope: data null", whenStatus(200, envelope(envelope -> envelope.putNull("data")))),
                hurting("envelope: data one order", whenStatus(200, envelope(HurtingMutations::onlyFirst))),
                hurting("envelope: data empty", whenStatus(200, envelope(envelope -> envelope.putArray("data")))),
                hurting("envelope: error beside data dropped", whenStatus(200, envelope(e -> e.remove("error")))),
                hurting("envelope: metadata dropped", envelope(envelope -> envelope.remove("metadata"))),
                hurting("envelope: request_id renamed", envelope(e -> renameIn(e, "metadata", "request_id", "id"))),
                hurting(
                        "envelope: request_id a number",
                        envelope(e -> e.putObject("metadata").put("request_id", 1))));
    }

    private static List<Mutation> ofErrors() {
        return List.of(
                hurting("error: code a text", eachError(error -> error.put("code", "FORBIDDEN"))),
                hurting("error: code removed", eachError(error -> error.remove("code"))),
                hurting("error: message removed", eachError(error -> error.remove("message"))),
                hurting("error: message renamed", eachError(error -> rename(error, "message", "detail"))),
                hurting("error: message an object", eachError(error -> wrap(error, "message"))),
                hurting("error: details removed", eachError(error -> error.remove("details"))),
                hurting(
                        "error: details a list of texts",
                        whenStatus(
                                422,
                                eachError(error -> error.putArray("details").add("No.")))),
                hurting("error: one text", envelope(envelope -> {
                    if (envelope.path("error").isObject()) {
                        envelope.put("error", "Forbidden.");
                    }
                })),
                hurting(
                        "error: envelope dropped, and the request id with it",
                        json(envelope -> envelope.path("error").isObject() ? envelope.get("error") : envelope)));
    }

    private static List<Mutation> ofHttp() {
        return List.of(
                hurting("status: 200 becomes 202", whenStatus(200, answer -> answer.withStatus(202))),
                hurting("status: 200 becomes 207", whenStatus(200, answer -> answer.withStatus(207))),
                hurting("status: 401 becomes 403", whenStatus(401, answer -> answer.withStatus(403))),
                hurting("status: 403 becomes 200", whenStatus(403, answer -> answer.withStatus(200))),
                hurting(
                        "status: 404 becomes 200, nothing to close",
                        whenStatus(
                                404,
                                answer -> SandboxResponse.json(
                                        200, "{\"data\":[],\"error\":null,\"metadata\":{\"request_id\":\"r\"}}"))),
                hurting("status: 409 becomes 500", whenStatus(409, answer -> answer.withStatus(500))),
                hurting("status: 429 becomes 503", whenStatus(429, answer -> answer.withStatus(503))),
                hurting("status: 500 becomes 200", whenStatus(500, answer -> answer.withStatus(200))),
                hurting("status: 500 becomes 400", whenStatus(500, answer -> answer.withStatus(400))),
                hurting("status: 504 becomes 408", whenStatus(504, answer -> answer.withStatus(408))),
                hurting("body: 200 empty", whenStatus(200, answer -> answer.withBody(""))),
                hurting("body: 200 becomes 204", whenStatus(200, answer -> SandboxResponse.empty(204))),
                hurting("body: cut short", answer -> answer.withBody(firstHalf(answer.body()))),
                hurting(
                        "body: XML",
                        whenStatus(
                                200,
                                answer -> answer.withBody("<data/>").withHeader("Content-Type", "application/xml"))),
                hurting(
                        "body: JSON error becomes a page",
                        whenStatus(403, answer -> SandboxResponse.html(403, "<html/>"))),
                hurting(
                        "content type: JSON called text/html",
                        answer -> answer.withHeader("Content-Type", "text/html")),
                hurting(
                        "content type: JSON called text/plain",
                        answer -> answer.withHeader("Content-Type", "text/plain")),
                hurting(
                        "redirect: 307 to somewhere else",
                        whenStatus(200, answer -> SandboxResponse.empty(307).withHeader("Location", "/v2"))),
                hurting("header: Retry-After dropped", answer -> answer.withoutHeader("Retry-After")),
                hurting("header: Retry-After in words", answer -> answer.withHeader("Retry-After", "soon")));
    }

    private static List<Mutation> ofRequests() {
        return List.of(
                deaf(
                        "request: another path",
                        request -> request.withPath(request.path().replace("/v1/", "/v2/"))),
                deaf("request: another verb", request -> request.withMethod("POST")),
                deaf(
                        "request: keys ignored",
                        request -> request.withAuthorization("Bearer " + SandboxVerification.KEY)),
                deaf("request: another scheme of authorization", request -> request.withAuthorization("Basic a2V5")),
                deaf("request: body ignored", request -> request.withBody("{}")),
                deaf("request: open orders always cancelled", request -> request.withBody("{\"cancel_orders\":true}")),
                deaf(
                        "request: cancel_orders not taken",
                        request -> request.withBody(request.body().replace("cancel_orders", "cancel"))),
                deaf(
                        "request: {} not taken",
                        request -> request.withBody(request.body().equals("{}") ? "[]" : request.body())));
    }

    private static void rename(ObjectNode object, String from, String to) {
        JsonNode value = object.remove(from);
        if (value != null) {
            object.set(to, value);
        }
    }

    private static void renameIn(ObjectNode object, String name, String from, String to) {
        if (object.path(name) instanceof ObjectNode inner) {
            rename(inner, from, to);
        }
    }

    private static void wrap(ObjectNode object, String field) {
        JsonNode value = object.remove(field);
        if (value != null) {
            object.putObject(field).set("value", value);
        }
    }

    private static void onlyFirst(ObjectNode envelope) {
        envelope.set("data", envelope.path("data").path(0));
    }

    private static void number(ObjectNode order, String field) {
        if (order.path(field).isTextual()) {
            order.put(field, new BigDecimal(order.path(field).asText()));
        }
    }

    private static void unsigned(ObjectNode position) {
        position.put("quantity", position.path("quantity").asText().replace("-", ""));
    }

    private static void lower(ObjectNode order, String field) {
        order.put(field, order.path(field).asText().toLowerCase(Locale.ROOT));
    }

    private static String reverse(JsonNode side) {
        return side.asText().equals("BUY") ? "SELL" : "BUY";
    }

    private static void replaceStatus(ObjectNode order, String status) {
        if (order.path("status").asText().equals(status)) {
            order.put("status", "PENDING_NEW");
        }
    }

    private static void zoneless(ObjectNode order, String field) {
        if (order.path(field).isTextual()) {
            order.put(field, order.path(field).asText().replace("Z", ""));
        }
    }

    private static String firstHalf(String text) {
        return text.substring(0, text.length() / 2);
    }
}
