package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.internal.text.Messages;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void oneLine_whenTheTextIsAsLongAsAQuoteMayBe_keepsAllOfIt() {
        assertThat(Messages.oneLine("x".repeat(200))).isEqualTo("x".repeat(200));
    }

    @Test
    void oneLine_whenTheTextIsLonger_cutsItAndSaysSo() {
        assertThat(Messages.oneLine("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
    }

    @Test
    void oneLine_whenOnlySpaceIsLost_doesNotSaySo() {
        assertThat(Messages.oneLine("  all of it" + " ".repeat(300))).isEqualTo("all of it");
        assertThat(Messages.oneLine("rings\u0007")).isEqualTo("rings");
    }

    @Test
    void oneLine_whenTheTextHasLineBreaks_putsSpacesInTheirPlace() {
        assertThat(Messages.oneLine("a\r\nb\u2028c\u0085d")).isEqualTo("a  b c d");
    }

    @Test
    void oneLine_neverCutsACharacterInTwo() {
        assertThat(Messages.oneLine("\uD83D\uDCC8".repeat(201))).isEqualTo("\uD83D\uDCC8".repeat(200) + "…");
    }
}
