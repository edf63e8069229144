package io.github.clearstreet.closeout.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever happens around a run of flatten, the invariants hold. */
class FlattenInvariantTest {
    private static final Logger ANSWERS = Logger.getLogger("io.github.clearstreet.sandbox");
    private static final Stage STAGE = new Stage();
    private static final @Nullable Level USUAL_LEVEL = ANSWERS.getLevel();

    /** Other tests have all answers held against the specification, which is not needed here and takes memory. */
    @BeforeContainer
    static void dropAnswers() {
        ANSWERS.setLevel(Level.OFF);
    }

    @AfterContainer
    static void close() {
        STAGE.close();
        ANSWERS.setLevel(USUAL_LEVEL);
    }

    @Provide
    Arbitrary<Script> scripts() {
        return Scripts.any();
    }

    @Property(tries = 5_000, seed = "5")
    @AddLifecycleHook(ConfiguredTries.class)
    void flatten_whateverHappensAroundIt_keepsTheInvariants(@ForAll("scripts") Script script) {
        Evidence run = STAGE.play(script);

        assertThat(Invariant.allViolations(run)).as("%s\n%s", script, run).isEmpty();
    }
}
