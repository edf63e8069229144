package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class SerializationTest {
    @Test
    void exception_whenSentToAnotherProcess_keepsItsFacts() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                ClearStreet clearStreet = ClearStreet.builder()
                        .apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.baseUrl())
                        .build()) {
            sandbox.account(19816);
            sandbox.nextCall(Fault.error(429, "slow down").retryAfter("3"));
            RejectedException e = catchThrowableOfType(
                    RejectedException.class, () -> clearStreet.positions().closePositions(19816));

            RejectedException copy = copy(e);

            assertThat(copy).hasMessage(e.getMessage());
            assertThat(copy.status()).isEqualTo(e.status());
            assertThat(copy.error()).isEqualTo(e.error()).isPresent();
            assertThat(copy.retryAfter()).isEqualTo(e.retryAfter()).isPresent();
            assertThat(copy.sentAt()).isEqualTo(e.sentAt()).isPresent();
        }
    }

    private static RejectedException copy(RejectedException e) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (RejectedException) in.readObject();
        }
    }
}
