package io.github.clearstreet.internal.http;

import io.github.clearstreet.internal.http.TransportException.Kind;
import io.github.clearstreet.internal.http.TransportException.Reason;
import io.github.clearstreet.runtime.json.Codec;
import io.github.clearstreet.runtime.json.MalformedJsonException;
import io.github.clearstreet.runtime.request.Operation;

/**
 * One response as far as it was read.
 *
 * @param status the HTTP status
 * @param mediaType the value of the header Content-Type; empty if there was none
 * @param body the whole body for a 2xx status, else its beginning; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of 64 MiB would be a waste
public record ReceivedResponse(int status, String mediaType, byte[] body) {
    static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /**
     * Reads the body with the codec that the generated code names for the operation, within the deadline of the call.
     *
     * @throws HttpStatusException if the status is not 2xx
     * @throws TransportException if there is no body, or if it cannot be read as a whole: the outcome is unknown then
     */
    public Object read(Operation operation, Call call) {
        if (!isSuccess(status)) {
            throw new HttpStatusException(status);
        }
        Codec<?> codec = operation.response();
        if (codec == null || body.length == 0) {
            throw new TransportException(Kind.UNKNOWN, Reason.EMPTY, null);
        }
        try {
            return codec.read(body, call::checkpoint);
        } catch (MalformedJsonException e) {
            throw new TransportException(Kind.UNKNOWN, Reason.UNREADABLE, e);
        }
    }
}
