package io.github.clearstreet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.sandbox.SandboxRequest;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Listens to every sandbox in every test, and fails a test during which one gave an answer of its own that the
 * specification does not allow. Answers that a fault or a customiser made are not the sandbox's own. Registered for all
 * tests in {@code META-INF/services}; {@value #OFF_SPECIFICATION} excuses a test that makes the sandbox's data wrong.
 */
public final class SandboxAnswersFollowSpecification implements AfterEachCallback {
    static final String OFF_SPECIFICATION = "off-specification";

    private static final Specification SPECIFICATION = Specification.load();
    private static final Recorder RECORDER = Recorder.install();

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> problems = RECORDER.drain().stream()
                .flatMap(SandboxAnswersFollowSpecification::problems)
                .toList();
        if (!context.getTags().contains(OFF_SPECIFICATION)) {
            assertThat(problems)
                    .as("what the specification does not allow in the sandbox's answers")
                    .isEmpty();
        }
    }

    private static Stream<String> problems(Exchange exchange) {
        return SPECIFICATION.answerProblems(exchange).stream()
                .map(problem ->
                        exchange.request().method() + " " + exchange.request().path() + ": " + problem);
    }

    private static final class Recorder extends Handler {
        /** Held here because java.util.logging itself forgets loggers that nobody holds. */
        private final Logger logger = Logger.getLogger("io.github.clearstreet.sandbox");

        private final ConcurrentLinkedQueue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

        static Recorder install() {
            Recorder recorder = new Recorder();
            recorder.logger.setLevel(Level.FINE);
            recorder.logger.setUseParentHandlers(false);
            recorder.logger.addHandler(recorder);
            return recorder;
        }

        List<Exchange> drain() {
            List<Exchange> drained = new ArrayList<>();
            for (Exchange exchange = exchanges.poll(); exchange != null; exchange = exchanges.poll()) {
                drained.add(exchange);
            }
            return drained;
        }

        @Override
        public void publish(LogRecord entry) {
            Object[] call = entry.getParameters();
            exchanges.add(exchange((SandboxRequest) call[0], (SandboxResponse) call[1]));
        }

        private static Exchange exchange(SandboxRequest request, SandboxResponse answer) {
            return new Exchange(
                    new Exchange.Request(
                            request.method(),
                            request.path(),
                            Map.of(),
                            request.header("Content-Type").orElse(null),
                            request.body()),
                    new Exchange.Answer(
                            answer.status(),
                            answer.header("Content-Type").orElse(null),
                            answer.header("Retry-After").isPresent(),
                            answer.body()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
