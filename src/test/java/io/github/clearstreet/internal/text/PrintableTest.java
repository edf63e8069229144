package io.github.clearstreet.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.model.Order;
import org.junit.jupiter.api.Test;

class PrintableTest {
    private static final String TAG = Character.toString(0xE0001);
    private static final String HOSTILE = "a\u001b[2J\u009b1m\u202e" + TAG + "\u00e9\ud83d\ude00";

    @Test
    void text_putsAQuestionMarkForWhatSteersATerminal() {
        assertThat(Printable.text(HOSTILE)).isEqualTo("a?[2J?1m??\u00e9\ud83d\ude00");
    }

    @Test
    void json_escapesIt_andMeansTheSame() {
        String json = Printable.json("{\"id\":\"a\u009b1m\u202e" + TAG + "\u00e9\ud83d\ude00\"}");

        assertThat(json).isEqualTo("{\"id\":\"a\\u009B1m\\u202E\\uDB40\\uDC01\u00e9\ud83d\ude00\"}");
        assertThat(Order.fromJson(json).id()).isEqualTo("a\u009b1m\u202e" + TAG + "\u00e9\ud83d\ude00");
    }
}
