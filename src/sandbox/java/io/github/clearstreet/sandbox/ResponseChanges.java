package io.github.clearstreet.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Ways in which a response of the API can be wrong or odd, for {@link Fault#changes} and {@link
 * Sandbox#customizeResponses}. Each leaves responses alone that have no data to change.
 */
public final class ResponseChanges {
    private ResponseChanges() {}

    /** No rows, no further page, and a total that agrees: an empty list that is not true. */
    public static ResponseCustomizer emptyList() {
        return rows(rows -> List.of()).andThen(metadata(metadata -> {
            metadata.computeIfPresent("next_page_token", (name, token) -> null);
            metadata.computeIfPresent("total_items", (name, total) -> 0);
            metadata.computeIfPresent("total_pages", (name, total) -> 0);
        }));
    }

    /** The last so many rows are missing, while {@code total_items} counts them still. */
    public static ResponseCustomizer withoutLastRows(int count) {
        return rows(rows -> rows.subList(0, Math.max(0, rows.size() - count)));
    }

    /** {@code total_items} says this, whatever rows there are. */
    public static ResponseCustomizer totalItems(int total) {
        return metadata(metadata -> metadata.put("total_items", total));
    }

    /** The first row comes once more at the end, as when a list shifts between two pages. */
    public static ResponseCustomizer firstRowTwice() {
        return rows(rows -> {
            List<@Nullable Object> more = new ArrayList<>(rows);
            rows.stream().findFirst().ifPresent(more::add);
            return more;
        });
    }

    /** Every row carries this value, for example another {@code account_id}, in place of its own. */
    public static ResponseCustomizer inEveryRow(String name, @Nullable Object value) {
        return eachRow(row -> row.put(name, value));
    }

    /** One more row, with these fields in place of those of the first row: of another account, or a second leg. */
    public static ResponseCustomizer withRowLikeTheFirst(Map<String, ? extends @Nullable Object> fields) {
        return rows(rows -> {
            List<@Nullable Object> more = new ArrayList<>(rows);
            rows.stream().findFirst().ifPresent(first -> {
                Map<String, @Nullable Object> row = new LinkedHashMap<>(members(first));
                row.putAll(fields);
                more.add(row);
            });
            return more;
        });
    }

    /** Quantities without a sign, so that only {@code position_type} says that a position is short. */
    public static ResponseCustomizer unsignedQuantities() {
        return eachRow(row -> row.computeIfPresent(
                "quantity", (name, text) -> String.valueOf(text).replace("-", "")));
    }

    /** Ids that are whole numbers are JSON numbers; see {@link SandboxBuilder#orderIds}. */
    public static ResponseCustomizer idsAsNumbers() {
        return eachRow(row -> row.replaceAll((name, value) ->
                name.matches("id|order_id") && value instanceof String id && id.matches("[1-9][0-9]{0,17}")
                        ? Long.valueOf(id)
                        : value));
    }

    /** This status, and an error beside the data: a part that failed, or a refusal of what was carried out. */
    public static ResponseCustomizer errorBesideData(int status, String message) {
        return whole(envelope -> {
                    Map<String, Object> error = new LinkedHashMap<>();
                    error.put("code", status);
                    error.put("message", message);
                    envelope.put("error", error);
                })
                .andThen((request, response) -> response.withStatus(status));
    }

    private static ResponseCustomizer eachRow(Consumer<Map<String, @Nullable Object>> change) {
        return rows(rows -> rows.stream()
                .<Object>map(row -> {
                    Map<String, @Nullable Object> copy = new LinkedHashMap<>(members(row));
                    change.accept(copy);
                    return copy;
                })
                .toList());
    }

    private static ResponseCustomizer rows(UnaryOperator<List<@Nullable Object>> change) {
        return whole(envelope -> {
            Object data = envelope.get("data");
            if (data instanceof List<?> rows) {
                envelope.put("data", change.apply(new ArrayList<>(rows)));
            } else if (data instanceof Map<?, ?>) {
                envelope.put(
                        "data", change.apply(List.of(data)).stream().findFirst().orElse(null));
            }
        });
    }

    private static ResponseCustomizer metadata(Consumer<Map<String, @Nullable Object>> change) {
        return whole(envelope -> {
            Map<String, @Nullable Object> metadata = new LinkedHashMap<>(members(envelope.get("metadata")));
            change.accept(metadata);
            envelope.put("metadata", metadata);
        });
    }

    private static ResponseCustomizer whole(Consumer<Map<String, @Nullable Object>> change) {
        return (request, response) -> {
            if (!response.body().startsWith("{\"data\"")) {
                return response;
            }
            Map<String, @Nullable Object> envelope = new LinkedHashMap<>(members(Json.readOwn(response.body())));
            change.accept(envelope);
            return response.withBody(Json.write(envelope));
        };
    }

    private static Map<String, @Nullable Object> members(@Nullable Object object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (object instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        return members;
    }
}
