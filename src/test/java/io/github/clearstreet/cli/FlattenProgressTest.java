package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.cli.Shell.Result;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.Trigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees of a run while it goes on. */
class FlattenProgressTest {
    private static final String ESCAPE = "\u001b";

    @AutoClose
    private final Shell shell = new Shell();

    @Test
    void flatten_inAPipe_beginsWithServerAndAccountAndWritesNothingOver() {
        shell.account().position("GOOG", "25").behaviour(fillsAfter(Duration.ofSeconds(1)));

        Result result = shell.flatten("--yes");

        assertThat(result.err().lines()).first().isEqualTo("flatten at BASE_URL: account 19816");
        assertThat(result.err()).doesNotContain(ESCAPE, "\r").contains("Z  ENDED            FLAT");
    }

    @Test
    void flatten_ofSeveralAccountsInAPipe_namesTheAccountOnEachLine() {
        shell.account().position("GOOG", "25").behaviour(fillsAfter(Duration.ofSeconds(1)));
        shell.sandbox().account(19817).position("GOOG", "5").behaviour(fillsAfter(Duration.ofSeconds(1)));

        Result result = shell.flatten("--yes", "--account", "19817");

        assertThat(result.err().lines()).first().isEqualTo("flatten at BASE_URL: 2 accounts");
        assertThat(result.err().lines().skip(1)).allMatch(line -> line.matches(".*Z  1981[67]  [A-Z_]+ .*"));
    }

    @Test
    void flatten_whileNothingHappens_saysThatItWaits() {
        shell.account().position("GOOG", "25").behaviour(fillsAfter(Duration.ofSeconds(50)));

        Result result = shell.flatten("--yes");

        List<String> waiting =
                result.err().lines().filter(line -> line.contains("WAITING")).toList();
        assertThat(waiting).hasSizeBetween(2, 4);
        assertThat(waiting.get(0))
                .endsWith("account 19816: 1 position left, 1 working order, after 0:"
                        + waiting.get(0).substring(waiting.get(0).length() - 2));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void flatten_onATerminal_writesOverATableAndKeepsWhatWasSent() {
        shell.account().position("GOOG", "25").behaviour(fillsAfter(Duration.ofSeconds(5)));

        Result result = shell.live(80).flatten("--yes");

        List<String> screen = Screen.of(result.err());
        assertThat(screen).anyMatch(line -> line.contains("CLOSING          close_positions: GOOG 25"));
        assertThat(screen).filteredOn(line -> line.startsWith("ACCOUNT")).hasSize(1);
        assertThat(screen.get(screen.size() - 1)).matches("19816 +0 +0 +0:0\\d  FLAT: Nothing is held.*");
        assertThat(result.err()).contains("19816                1      1    0:0", "    25 GOOG", ESCAPE + "[32m");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 40, 200})
    void flatten_onATerminalOfAnyWidth_neverFillsALineOfTheTable(int width) {
        shell.account().position("GOOG", "25").behaviour(fillsAfter(Duration.ofSeconds(1)));
        shell.sandbox().account(19817).position("GOOG", "5").behaviour(fillsAfter(Duration.ofSeconds(1)));

        Result result = shell.set("NO_COLOR", "1").live(width).flatten("--yes", "--account", "19817");

        assertThat(result.exitCode()).isZero();
        assertThat(Screen.of(result.err()).stream().filter(line -> !line.matches("20\\d\\d-.*|flatten at .*")))
                .isNotEmpty()
                .allMatch(line -> line.length() <= Math.max(1, width - 1));
    }

    @Test
    void flatten_withNoColor_paintsNothing() {
        shell.account().position("GOOG", "25").behaviour(fillsAfter(Duration.ofSeconds(1)));

        Result result = shell.set("NO_COLOR", "1").live(80).flatten("--yes");

        assertThat(result.err()).contains(ESCAPE + "[J").doesNotContainPattern(ESCAPE + "\\[\\d*m");
    }

    @Test
    void flatten_withAWrongKey_saysItOnceAndNotThatTheAccountIsNotFlat() {
        shell.account().position("GOOG", "25").behaviour(fillsAfter(Duration.ofSeconds(1)));

        Result result = shell.set("CLEAR_STREET_API_KEY", "wrong.key").flatten("--yes");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).containsOnlyOnce("The API key is not valid").doesNotContainIgnoringCase("not flat");
    }

    @Test
    void flatten_ofSeveralAccountsWithAWrongKey_saysItOnce() {
        shell.account().position("GOOG", "25").behaviour(fillsAfter(Duration.ofSeconds(1)));
        shell.sandbox().account(19817).position("GOOG", "25");

        Result result = shell.set("CLEAR_STREET_API_KEY", "wrong.key").flatten("--yes", "--account", "19817");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out() + result.err())
                .containsOnlyOnce("The API key is not valid")
                .doesNotContainIgnoringCase("not flat");
    }

    private static OrderBehaviour fillsAfter(Duration time) {
        return OrderBehaviour.rests().fills(Trigger.elapsed(time));
    }
}
