package io.github.clearstreet.runtime.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads the response of an operation that succeeds in more than one way: each status has its own reader. Immutable. */
public final class ResultReader<T extends OperationResult> implements ResponseReader<T> {
    private final Function<OperationResult.Received, T> result;
    private final Map<String, ResponseReader<?>> readers;

    private ResultReader(Function<OperationResult.Received, T> result, Map<String, ResponseReader<?>> readers) {
        this.result = result;
        this.readers = readers;
    }

    /** Returns a reader that knows no status yet. */
    public static <T extends OperationResult> ResultReader<T> of(Function<OperationResult.Received, T> result) {
        return new ResultReader<>(result, Map.of());
    }

    /** Returns a reader that knows one more status: {@code 202}, {@code 2XX} or {@code default}. */
    public ResultReader<T> on(String status, ResponseReader<?> reader) {
        Map<String, ResponseReader<?>> more = new LinkedHashMap<>(readers);
        more.put(status, reader);
        return new ResultReader<>(result, Collections.unmodifiableMap(more));
    }

    /** The status itself first, then its range, then the default: as OpenAPI has it. */
    @Override
    public T read(ResponseContent response) {
        String status = String.valueOf(response.status());
        for (String declared : new String[] {status, status.charAt(0) + "XX", "default"}) {
            ResponseReader<?> reader = readers.get(declared);
            if (reader != null) {
                return result.apply(new OperationResult.Received(response.status(), declared, reader.read(response)));
            }
        }
        throw new UnreadableResponseException("The specification has no response with status " + status + ".");
    }
}
