package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.runtime.json.ByteChunks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes as java.net.http hands them over: in pieces of any size, with or without a length that was declared. */
class ResponseBodyTest {
    private static final int LARGE = 3 * 1024 * 1024;

    private final List<String> ends = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "-1, 10",
        "-1, 8192",
        "-1, 8193",
        "-1, 100000",
        "-1, 3145728",
        "10, 10",
        "5, 10",
        "20, 10",
        "1048577, 1048577",
        "3145728, 3145728",
        "0, 10"
    })
    void bytes_inPieces_areAllThere(long declared, int length) {
        for (int piece : new int[] {1 + length / 7, length}) {
            byte[] sent = bytes(length);
            ResponseBody body = body(LARGE, declared);

            for (int from = 0; from < length; from += piece) {
                body.onNext(List.of(ByteBuffer.wrap(sent, from, Math.min(piece, length - from))));
            }
            body.onComplete();

            assertThat(body.take().toArray()).isEqualTo(sent);
            assertThat(body.getBody()).isCompleted();
        }
        assertThat(ends).containsExactly("end", "end");
    }

    @Test
    void bytes_whenTheLengthWasDeclared_areNotCopied() {
        ResponseBody body = body(LARGE, 4);

        body.onNext(List.of(ByteBuffer.wrap(bytes(4))));

        ByteChunks taken = body.take();
        assertThat(taken.toArray()).isSameAs(taken.toArray());
    }

    @Test
    void bytes_whenAPeerDeclaresMuch_growWithWhatItSends() {
        ResponseBody body = body(LARGE, LARGE);
        byte[] sent = bytes(1024 * 1024 + 1);

        body.onNext(List.of(ByteBuffer.wrap(sent)));

        assertThat(body.beginning()).isEqualTo(Arrays.copyOf(sent, ResponseBody.KEPT_BYTES));
        assertThat(body.take().toArray()).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1048576, 1", "-1, 1048577, 17", "1048577, 1048577, 17", "1048576, 1048576, 1"})
    void bytes_ofALargeBody_areInChunks(long declared, int length, int chunks) {
        ResponseBody body = body(LARGE, declared);

        body.onNext(List.of(ByteBuffer.wrap(bytes(length))));

        assertThat(body.take().count()).isEqualTo(chunks);
    }

    /** Java.net.http holds the subscriber for as long as its connection. */
    @Test
    void take_holdsNothingAnyMore() {
        ResponseBody body = body(LARGE, -1);
        body.onNext(List.of(ByteBuffer.wrap(bytes(1024 * 1024 + 1))));

        assertThat(body.take().length()).isEqualTo(1024 * 1024 + 1);
        body.onNext(List.of(ByteBuffer.wrap(bytes(1))));

        assertThat(body.take().length()).isZero();
        assertThat(body.beginning()).isEmpty();
    }

    @Test
    void limit_whenItIsReachedExactly_isNoOverrun() {
        ResponseBody body = body(8, -1);

        body.onNext(List.of(ByteBuffer.wrap(bytes(5)), ByteBuffer.wrap(bytes(3))));

        assertThat(ends).isEmpty();
        assertThat(body.take().toArray()).hasSize(8);
        assertThat(body.getBody()).isNotDone();
    }

    @Test
    void limit_whenItIsExceeded_endsTheBodyAtOnceAndKeepsItsBeginning() {
        ResponseBody body = body(8, -1);

        body.onNext(List.of(ByteBuffer.wrap(bytes(9)), ByteBuffer.wrap(bytes(9))));
        body.onNext(List.of(ByteBuffer.wrap(bytes(9))));

        assertThat(ends).containsExactly("full");
        assertThat(body.beginning()).isEqualTo(bytes(8));
        assertThat(body.getBody().toCompletableFuture()).isCancelled();
    }

    @Test
    void beginning_ofAShortBody_isAllOfIt() {
        ResponseBody body = body(100, -1);

        body.onNext(List.of(ByteBuffer.wrap(bytes(3))));

        assertThat(body.beginning()).isEqualTo(bytes(3));
    }

    @Test
    void onError_tellsTheFailure() {
        ResponseBody body = body(8, -1);

        body.onError(new IOException("reset"));

        assertThat(ends).containsExactly("reset");
        assertThat(body.getBody()).isCompletedExceptionally();
    }

    private ResponseBody body(int limit, long declared) {
        return new ResponseBody(limit, declared, new ResponseBody.Listener() {
            @Override
            public void ended() {
                ends.add("end");
            }

            @Override
            public void full() {
                ends.add("full");
            }

            @Override
            public void failed(Throwable failure) {
                ends.add(failure.getMessage());
            }
        });
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }
}
