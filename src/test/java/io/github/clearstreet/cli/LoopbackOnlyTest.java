package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.clearstreet.cli.Shell.Result;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackOnlyTest {
    /** Without a key, so that not even a broken guard could send anything. */
    @AutoClose
    private final Shell shell = new Shell().unset("CLEAR_STREET_API_KEY");

    @ParameterizedTest
    @ValueSource(strings = {"positions", "preview", "flatten", "flatten --yes", "close-positions"})
    void run_withoutAnyAddress_meansProductionAndNeedsLive(String command) {
        Result result = shell.run((command + " --account 1").split(" "));

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo("nothing was sent: api.clearstreet.com is not this machine."
                        + " Add --live to use the real account there, or use --sandbox\n");
    }

    @Test
    void run_withAnAddressFromTheEnvironment_needsLiveToo() {
        Result result = shell.set("CLEAR_STREET_BASE_URL", "https://api.example.invalid")
                .run("close-positions", "--account", "1");

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.err())
                .startsWith(
                        "nothing was sent: the host of the base URL (it is not repeated here) is not this machine.");
    }

    @Test
    void run_withThePublishedAddressOfDevelopment_namesIt() {
        Result result = shell.run("positions", "--account", "1", "--base-url", "https://API-dev.clearstreet.com/");

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.err()).startsWith("nothing was sent: api-dev.clearstreet.com is not this machine.");
    }

    @Test
    void run_withLive_getsPastTheGuard() {
        Result result = shell.run("close-positions", "--account", "1", "--live");

        assertThat(result.exitCode()).isEqualTo(64);
        assertThat(result.err()).contains("there is no API key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1.example.invalid",
                "https://localhost.example.invalid",
                "https://example.invalid/localhost",
                "https://128.0.0.1",
                "https://0.0.0.0",
                "https://192.168.1.1",
                "https://[::2]",
                "https://[2001:db8::1]"
            })
    void check_whenTheHostIsNotThisMachine_refusesUnlessLive(String url) {
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> LoopbackOnly.check(URI.create(url), false));
        assertThatCode(() -> LoopbackOnly.check(URI.create(url), true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1", "https://127.1.2.3/api", "http://[::1]:1"})
    void check_whenTheHostIsThisMachine_lets(String url) {
        assertThatCode(() -> LoopbackOnly.check(URI.create(url), false)).doesNotThrowAnyException();
    }
}
