package io.github.clearstreet.internal.http;

/**
 * One answer as far as it was read.
 *
 * @param status the HTTP status
 * @param body the whole body for a 2xx status, else its beginning; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of 64 MiB would be a waste
record Answer(int status, byte[] body) {
    static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }
}
