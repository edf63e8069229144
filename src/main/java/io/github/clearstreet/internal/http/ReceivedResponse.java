package io.github.clearstreet.internal.http;

import io.github.clearstreet.internal.http.TransportException.Kind;
import io.github.clearstreet.internal.http.TransportException.Reason;
import io.github.clearstreet.runtime.json.ByteChunks;
import io.github.clearstreet.runtime.json.MalformedJsonException;
import io.github.clearstreet.runtime.request.Operation;
import io.github.clearstreet.runtime.request.ResponseContent;
import io.github.clearstreet.runtime.request.UnreadableResponseException;
import org.jspecify.annotations.Nullable;

/**
 * One response as far as it was read.
 *
 * @param status the HTTP status
 * @param mediaType the value of the header Content-Type; empty if there was none
 * @param body the whole body for a 2xx status, else its beginning; not copied, not to be changed
 * @param apiKey what must not be in what is read
 */
public record ReceivedResponse(int status, String mediaType, ByteChunks body, ApiKey apiKey) {
    static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /**
     * Reads the body with the reader that the generated code names for the operation, within the deadline of the call.
     *
     * @return null if the specification says that there is no value
     * @throws HttpStatusException if the status is not 2xx
     * @throws TransportException if the response is not as the specification has it: the outcome is unknown then
     */
    public @Nullable Object read(Operation operation, Call call) {
        if (!isSuccess(status)) {
            throw new HttpStatusException(status);
        }
        try {
            return operation
                    .response()
                    .read(new ResponseContent(status, mediaType, apiKey.hideIn(body), call::checkpoint));
        } catch (UnreadableResponseException e) {
            throw new TransportException(Kind.UNKNOWN, body.length() == 0 ? Reason.EMPTY : Reason.UNREADABLE, e);
        } catch (MalformedJsonException e) {
            throw new TransportException(Kind.UNKNOWN, Reason.UNREADABLE, e);
        }
    }
}
