package io.github.clearstreet.closeout.invariant;

import io.github.clearstreet.closeout.invariant.OrderPlan.Cancelling;
import io.github.clearstreet.closeout.invariant.OrderPlan.Course;
import io.github.clearstreet.closeout.invariant.Trouble.Execution;
import io.github.clearstreet.closeout.invariant.Trouble.How;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random scripts. Most runs can end flat; the rest of the time something is refused, late, lost, or in the way. */
final class Scripts {
    /** Shorter than the settle time: what is carried out later than that nobody can wait for. */
    private static final int LATEST = 29;

    private Scripts() {}

    static Arbitrary<Script> any() {
        return Combinators.combine(
                        held().list().uniqueElements(Held::instrument).ofMaxSize(3),
                        strangers().list().ofMaxSize(3),
                        troubles().list().ofMaxSize(4),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(60, 40, 100, 15),
                        Arbitraries.of(100, 100, 100, 100, 2, 1))
                .as(Script::new);
    }

    private static Arbitrary<Held> held() {
        return Combinators.combine(
                        Arbitraries.of(Instrument.class),
                        quantities(),
                        plans().list().ofMinSize(1).ofMaxSize(3))
                .as(Held::new);
    }

    private static Arbitrary<Stranger> strangers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(Instrument.class),
                        quantities(),
                        Arbitraries.of(true, false),
                        plans())
                .as(Stranger::new);
    }

    private static Arbitrary<Integer> quantities() {
        return Arbitraries.integers().between(-30, 30).filter(quantity -> quantity != 0);
    }

    private static Arbitrary<OrderPlan> plans() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(12, Course.FILLS),
                                Tuple.of(4, Course.FILLS_A_PART_THEN_THE_REST),
                                Tuple.of(4, Course.FILLS_A_PART_THEN_IS_CANCELED),
                                Tuple.of(1, Course.FILLS_A_PART),
                                Tuple.of(1, Course.RESTS),
                                Tuple.of(1, Course.IS_REJECTED),
                                Tuple.of(1, Course.FILLS_A_PART_THEN_IS_REJECTED),
                                Tuple.of(1, Course.IS_QUEUED_THEN_FILLS)),
                        Arbitraries.integers().between(1, 30),
                        dues(),
                        Arbitraries.frequency(
                                Tuple.of(4, Cancelling.AT_THE_NEXT_LOOK),
                                Tuple.of(2, Cancelling.WHEN_DUE),
                                Tuple.of(2, Cancelling.FILLS_A_PART_FIRST),
                                Tuple.of(1, Cancelling.IS_REFUSED)),
                        dues())
                .as(OrderPlan::new);
    }

    private static Arbitrary<Due> dues() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Due(Due.Unit.AFTER_THE_ANSWER, 0)),
                Arbitraries.just(new Due(Due.Unit.AT_ONCE, 0)),
                Arbitraries.integers().between(0, 30).map(seconds -> new Due(Due.Unit.SECONDS, seconds)),
                Arbitraries.integers().between(1, 8).map(requests -> new Due(Due.Unit.REQUESTS, requests)));
    }

    private static Arbitrary<Trouble> troubles() {
        return Arbitraries.oneOf(
                troubles(CallKind.CLOSE, 3),
                troubles(CallKind.CANCEL, 3),
                troubles(CallKind.READ_ORDERS, 10),
                troubles(CallKind.READ_POSITIONS, 6));
    }

    private static Arbitrary<Trouble> troubles(CallKind call, int latest) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, latest),
                        Arbitraries.of(ways(call)),
                        Arbitraries.of(Execution.class),
                        Arbitraries.integers().between(0, LATEST))
                .as((nth, how, execution, seconds) -> new Trouble(call, nth, how, execution, seconds));
    }

    /** A read that is refused ends the run, which leaves nothing to test. */
    private static List<How> ways(CallKind call) {
        return List.of(How.values()).subList(0, How.values().length - (call.changes() ? 0 : 1));
    }
}
