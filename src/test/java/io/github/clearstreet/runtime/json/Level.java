package io.github.clearstreet.runtime.json;

import io.github.clearstreet.json.OpenEnum;
import java.util.List;

/** An enum of numbers, as the templates write it. */
final class Level extends OpenEnum {
    static final Level ONE = new Level("1", true);
    static final Level TWO = new Level("2", true);

    private Level(String value, boolean known) {
        super(value, known);
    }

    /** A codec that was made by the test that uses it, and not once for all of them. */
    static OpenEnumCodec<Level> codec() {
        return new OpenEnumCodec<>(List.of(ONE, TWO), OpenEnumCodec.JsonForm.NUMBER) {
            @Override
            protected Level of(String text) {
                return new Level(text, false);
            }
        };
    }
}
