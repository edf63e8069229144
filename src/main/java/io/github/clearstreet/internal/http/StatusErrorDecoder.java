package io.github.clearstreet.internal.http;

import feign.Response;
import feign.codec.ErrorDecoder;

/** Signals every status that is not 2xx as it is. Never asks for a retry. */
final class StatusErrorDecoder implements ErrorDecoder {
    @Override
    public Exception decode(String methodKey, Response response) {
        return new HttpStatusException(response.status());
    }
}
