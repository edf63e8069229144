package io.github.clearstreet.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.Filter;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The file itself: what it says depends on the consumer tests, and on nothing else. */
class PactFileIT {
    private final byte[] written = read();

    @Test
    void pact_whenWrittenOverAnotherInAnotherOrder_hasTheSameBytes() throws IOException {
        String stale =
                new String(written, UTF_8).replaceFirst("\"description\": \"[^\"]+\"", "\"description\": \"stale\"");
        Files.writeString(PactFile.FILE, stale);
        Files.setLastModifiedTime(PactFile.FILE, FileTime.from(Instant.EPOCH));

        runConsumerTests();

        assertThat(read()).isEqualTo(written);
    }

    @Test
    void run_doesNotReportToTheMakersOfPact() {
        assertThat(System.getProperty(NoTelemetry.PROPERTY)).isEqualTo("true");
    }

    @AfterEach
    void restore() throws IOException {
        Files.write(PactFile.FILE, written);
    }

    private static void runConsumerTests() {
        Filter<?> consumerTests = includeClassNamePatterns(".*ConsumerTest");
        EngineTestKit.engine("junit-jupiter")
                .enableImplicitConfigurationParameters(true)
                .configurationParameter(
                        "junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$Random")
                .configurationParameter(
                        "junit.jupiter.testmethod.order.default", "org.junit.jupiter.api.MethodOrderer$Random")
                .configurationParameter("junit.jupiter.execution.order.random.seed", "7")
                .selectors(selectPackage(PactFileIT.class.getPackageName()))
                .filters(consumerTests)
                .execute()
                .testEvents()
                .assertStatistics(
                        tests -> tests.started(PactFile.interactions().size()).failed(0));
    }

    private static byte[] read() {
        try {
            return Files.readAllBytes(PactFile.FILE);
        } catch (IOException e) {
            throw new UncheckedIOException("The consumer tests write the pact: run them first", e);
        }
    }
}
