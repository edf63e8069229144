package io.github.clearstreet.closeout.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens around a run of flatten, the invariants hold. Every build plays the same scripts; {@code
 * -Dcloseout.tries=100000 -Dcloseout.seed=42} plays others.
 */
class FlattenInvariantTest {
    private static final Logger ANSWERS = Logger.getLogger("io.github.clearstreet.sandbox");
    private static final Stage STAGE = new Stage();
    private static final @Nullable Level USUAL_LEVEL = ANSWERS.getLevel();

    /** Other tests have all answers held against the specification, which is not needed here and takes memory. */
    @BeforeAll
    static void dropAnswers() {
        ANSWERS.setLevel(Level.OFF);
    }

    @AfterAll
    static void close() {
        STAGE.close();
        ANSWERS.setLevel(USUAL_LEVEL);
    }

    @Test
    void flatten_whateverHappensAroundIt_keepsTheInvariants() {
        qt().withExamples(Integer.getInteger("closeout.tries", 5_000))
                .withFixedSeed(Long.getLong("closeout.seed", 5))
                .withShrinkCycles(Integer.getInteger("closeout.shrinks", 1_000))
                .forAll(Scripts.any())
                .checkAssert(script -> {
                    for (Evidence run : STAGE.play(script)) {
                        assertThat(Invariant.allViolations(run))
                                .as("%s\n%s", script, run)
                                .isEmpty();
                    }
                });
    }
}
