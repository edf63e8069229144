package io.github.clearstreet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.ClearStreet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JVM that is told to take any certificate for any host, or to send requests again, gets no client. */
class HostNameVerificationTest {
    /** Run by the tests in a JVM of its own. */
    public static void main(String[] arguments) {
        try (ClearStreet client = ClearStreet.builder()
                .apiKey("test-key")
                .baseUrl(URI.create("https://api.invalid"))
                .build()) {
            System.out.println("built , closed: " + client.isClosed());
        } catch (IllegalStateException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-Djdk.internal.httpclient.disableHostnameVerification, refused: ",
        "-Djdk.internal.httpclient.disableHostnameVerification=true, refused: ",
        "-Djdk.internal.httpclient.disableHostnameVerification=TRUE, refused: ",
        "-Djdk.httpclient.enableAllMethodRetry=true, refused: ",
        "-Djdk.internal.httpclient.disableHostnameVerification=false, built "
    })
    void build_inAJvmWithoutSafeguards_isRefused(String option, String expected)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                HostNameVerificationTest.class.getName()));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains(expected).doesNotContain("test-key");
        if (expected.startsWith("refused")) {
            assertThat(said).contains(option.substring(2).split("=", 2)[0]).contains("Remove it");
        }
    }
}
