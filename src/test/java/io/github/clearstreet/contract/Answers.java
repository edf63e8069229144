package io.github.clearstreet.contract;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static au.com.dius.pact.consumer.dsl.Matchers.regexp;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRootValue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Answers of the API, with matchers for what the client reads and for nothing else. A field that is null is left out,
 * because the client does not tell null from absent.
 */
final class Answers {
    static final String REQUEST_ID = "3f4a5b6c-7d8e-9f0a-1b2c-3d4e5f6a7b8c";
    private static final String HTTP_DATE = "[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";
    static final String PAGE = "<html><body><h1>Bad Gateway</h1></body></html>";

    private Answers() {}

    /** One or more orders that look like this. */
    static UnaryOperator<HttpResponseBuilder> orders(Consumer<LambdaDslObject> order) {
        return orders(1, order);
    }

    /** One or more orders that look like this; the example has so many. */
    static UnaryOperator<HttpResponseBuilder> orders(int examples, Consumer<LambdaDslObject> order) {
        return json(200, body -> {
            body.minArrayLike("data", 1, examples, order);
            metadata(body);
        });
    }

    /** The orders that could be created, and why the others could not. */
    static UnaryOperator<HttpResponseBuilder> ordersAndError(
            Consumer<LambdaDslObject> order, int code, String message) {
        return json(200, body -> {
            body.minArrayLike("data", 1, order);
            body.object("error", error -> flatError(error, code, message));
            metadata(body);
        });
    }

    /** The last page of a list, or a list without pages. */
    static UnaryOperator<HttpResponseBuilder> list(Consumer<LambdaDslObject> element) {
        return orders(element);
    }

    static UnaryOperator<HttpResponseBuilder> listWithMore(Consumer<LambdaDslObject> element, String nextPageToken) {
        return json(200, body -> {
            body.minArrayLike("data", 1, element);
            body.object(
                    "metadata",
                    metadata ->
                            metadata.stringType("request_id", REQUEST_ID).stringType("next_page_token", nextPageToken));
        });
    }

    static UnaryOperator<HttpResponseBuilder> emptyList() {
        return noOrders();
    }

    static UnaryOperator<HttpResponseBuilder> one(Consumer<LambdaDslObject> element) {
        return json(200, body -> {
            body.object("data", element);
            metadata(body);
        });
    }

    static UnaryOperator<HttpResponseBuilder> noOrders() {
        return json(200, body -> {
            body.array("data", none -> {});
            metadata(body);
        });
    }

    /** An error in the envelope that every published example has. */
    static UnaryOperator<HttpResponseBuilder> error(int status, String message) {
        return json(status, body -> {
            body.object("error", error -> flatError(error, status, message));
            metadata(body);
        });
    }

    /** An error with details, which are objects of any shape. */
    static UnaryOperator<HttpResponseBuilder> errorWithDetails(int status, String message, String name, String text) {
        return json(status, body -> {
            body.object("error", error -> {
                flatError(error, status, message);
                error.minArrayLike("details", 1, detail -> {
                    detail.stringValue(name, text);
                    // Applies to the whole object, in place of the rules for each of its values.
                    detail.eachKeyMatching(regexp(".*", name));
                });
            });
            metadata(body);
        });
    }

    /** An error as the API declares it. */
    static UnaryOperator<HttpResponseBuilder> errorWithoutEnvelope(int status, String message) {
        return json(status, body -> flatError(body, status, message));
    }

    /** A page for people. The client reads its status only, and shows its text. */
    static UnaryOperator<HttpResponseBuilder> page(int status) {
        return response -> response.status(status)
                .header("Content-Type", regexp("text/html(;.*)?", "text/html"))
                .body(PactDslRootValue.stringMatcher("[\\s\\S]*", PAGE));
    }

    static UnaryOperator<HttpResponseBuilder> withRetryAfterSeconds(
            UnaryOperator<HttpResponseBuilder> answer, String seconds) {
        return response -> answer.apply(response).header("Retry-After", regexp("\\d+", seconds));
    }

    static UnaryOperator<HttpResponseBuilder> withRetryAfterDate(
            UnaryOperator<HttpResponseBuilder> answer, String date) {
        return response -> answer.apply(response).header("Retry-After", regexp(HTTP_DATE, date));
    }

    static UnaryOperator<HttpResponseBuilder> json(int status, Consumer<LambdaDslObject> content) {
        DslPart body = newJsonBody(content::accept).build();
        return response -> response.status(status).body(body);
    }

    static void flatError(LambdaDslObject error, int code, String message) {
        error.integerType("code", code);
        error.stringType("message", message);
    }

    static void metadata(LambdaDslObject body) {
        body.object("metadata", metadata -> metadata.stringType("request_id", REQUEST_ID));
    }
}
