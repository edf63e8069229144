package io.github.clearstreet.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.Outcome;
import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.model.ApiError;
import io.github.clearstreet.model.Order;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** For scripts: one object on one line of standard output, whatever the outcome. What is not known is left out. */
final class JsonReport implements Report {
    private final PrintWriter out;
    private final PrintWriter err;

    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    JsonReport(CommandContext context) {
        this.out = context.out();
        this.err = context.err();
    }

    @Override
    public void accepted(long account, URI baseUrl, ApiResponse<List<Order>> response) {
        print(json -> {
            json.writeStringField("outcome", Outcome.ACCEPTED.name());
            json.writeNumberField("account_id", account);
            json.writeNumberField("status", response.status());
            text(json, "request_id", response.requestId());
            json.writeArrayFieldStart("orders");
            for (Order order : response.data()) {
                json.writeRawValue(order.toJson());
            }
            json.writeEndArray();
            error(json, Warnings.error(response));
        });
        Warnings.print(response, err);
    }

    @Override
    public void failed(ClearStreetException e) {
        print(json -> {
            json.writeStringField("outcome", e.outcome().name());
            if (e.accountId().isPresent()) {
                json.writeNumberField("account_id", e.accountId().getAsLong());
            }
            if (e.status().isPresent()) {
                json.writeNumberField("status", e.status().getAsInt());
            }
            text(json, "request_id", e.requestId());
            text(json, "message", Optional.ofNullable(e.getMessage()));
            error(json, e.error());
            if (e.retryAfter().isPresent()) {
                json.writeNumberField(
                        "retry_after_seconds", e.retryAfter().get().toSeconds());
            }
            text(json, "sent_at", e.sentAt().map(Object::toString));
        });
        err.println(Printable.text(String.valueOf(e.getMessage())));
    }

    private static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    private static void error(JsonGenerator json, Optional<ApiError> error) throws IOException {
        if (error.isPresent()) {
            json.writeFieldName("error");
            json.writeRawValue(error.get().toJson());
        }
    }

    private void print(Members members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter throws none
        }
        out.println(text);
    }
}
