package io.github.clearstreet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.clearstreet.internal.text.Printable;

class PrintableFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void text_ofAnything_steersNoTerminalAndIsOneLine(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();

        String printable = Bounds.check(text.length(), () -> Printable.text(text));

        assertThat(printable.codePoints())
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        || Character.getType(c) == Character.SURROGATE);
        assertThat(printable.codePoints().count()).isEqualTo(text.codePoints().count());
        assertThat(Printable.text(printable)).isEqualTo(printable);
    }
}
