package io.github.clearstreet.closeout.invariant;

import static org.quicktheories.generators.Generate.booleans;
import static org.quicktheories.generators.Generate.constant;
import static org.quicktheories.generators.Generate.enumValues;
import static org.quicktheories.generators.Generate.oneOf;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.Generate.range;
import static org.quicktheories.generators.SourceDSL.lists;

import io.github.clearstreet.closeout.ClosingMethod;
import io.github.clearstreet.closeout.invariant.Company.Beside;
import io.github.clearstreet.closeout.invariant.Company.Crash;
import io.github.clearstreet.closeout.invariant.Company.Crash.Moment;
import io.github.clearstreet.closeout.invariant.OrderPlan.Cancelling;
import io.github.clearstreet.closeout.invariant.OrderPlan.Course;
import io.github.clearstreet.closeout.invariant.Server.Hidden;
import io.github.clearstreet.closeout.invariant.Server.Listening;
import io.github.clearstreet.closeout.invariant.Server.Spelling;
import io.github.clearstreet.closeout.invariant.Trouble.Execution;
import io.github.clearstreet.closeout.invariant.Trouble.How;
import io.github.clearstreet.sandbox.ChildOrder;
import io.github.clearstreet.sandbox.UsedIdResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quicktheories.core.Gen;

/** Random scripts. Most runs can end flat; the rest of the time something is refused, late, lost, or in the way. */
final class Scripts {
    /** Shorter than the settle time: what is carried out later than that nobody can wait for. */
    private static final int LATEST = 29;

    private Scripts() {}

    static Gen<Script> any() {
        Gen<List<Held>> held = lists().of(held()).ofSizeBetween(0, 3);
        Gen<List<Stranger>> strangers = lists().of(strangers()).ofSizeBetween(0, 3);
        Gen<List<Trouble>> troubles = lists().of(troubles()).ofSizeBetween(0, 4);
        Gen<ClosingMethod> methods = enumValues(ClosingMethod.class);
        Gen<Boolean> cancelOrders = pick(List.of(true, true, false));
        Gen<Integer> rounds = range(1, 3);
        Gen<Integer> deadline = pick(List.of(60, 40, 100, 15));
        Gen<Integer> pageSize = pick(List.of(100, 100, 100, 100, 100, 100, 100, 100, 2, 1));
        return source -> {
            List<Held> positions = oncePerInstrument(held.generate(source));
            List<Stranger> others = strangers.generate(source);
            List<Trouble> trouble = troubles.generate(source);
            ClosingMethod method = methods.generate(source);
            Company company = company(method).generate(source);
            Server server = server().generate(source);
            return new Script(
                    positions,
                    others,
                    trouble,
                    method,
                    server,
                    company,
                    cancelOrders.generate(source),
                    rounds.generate(source),
                    deadline.generate(source) * (server.isKind() ? 1 : 4),
                    pageSize.generate(source));
        };
    }

    /** Without a common journal only orders with ids of their own are safe. */
    private static Gen<Company> company(ClosingMethod method) {
        Gen<Crash> crash = enumValues(Moment.class)
                .zip(
                        range(1, 3),
                        range(1, 300),
                        (moment, few, many) -> new Crash(moment, moment == Moment.ANY ? many : few));
        Gen<Beside> beside = pick(
                method == ClosingMethod.OWN_ORDERS
                        ? List.of(Beside.SAME_JOURNAL, Beside.ANOTHER_JOURNAL)
                        : List.of(Beside.SAME_JOURNAL));
        return source -> switch (range(0, 9).generate(source)) {
            case 1, 2 -> new Company(crash.generate(source), Beside.NOBODY, 0);
            case 3 -> new Company(null, beside.generate(source), range(0, 1_000).generate(source));
            case 4 ->
                new Company(
                        crash.generate(source),
                        beside.generate(source),
                        range(0, 1_000).generate(source));
            default -> Company.NONE;
        };
    }

    /** Every third script has a server that is not kind. */
    private static Gen<Server> server() {
        Gen<Integer> lags = seldom(range(1, 55));
        Gen<Integer> steps = seldom(range(-600, 600));
        Gen<Hidden> hidden = range(0, 4)
                .zip(
                        range(1, 3),
                        booleans(),
                        (first, times, counted) ->
                                counted ? new Hidden(first, times, true) : new Hidden(first, 1, false));
        Gen<Boolean> oneOfEight = range(1, 8).map(any -> any == 1);
        return source -> range(0, 2).generate(source) < 2
                ? Server.KIND
                : new Server(
                        lags.generate(source),
                        booleans().generate(source),
                        lags.generate(source),
                        seldom(constant(60)).generate(source),
                        booleans().generate(source),
                        steps.generate(source),
                        steps.generate(source),
                        range(1, 30).generate(source),
                        oneOfEight.generate(source),
                        hidden.generate(source),
                        enumValues(Spelling.class).generate(source),
                        children().generate(source),
                        enumValues(UsedIdResponse.class).generate(source),
                        listening().generate(source));
    }

    private static Gen<@Nullable ChildOrder> children() {
        return range(0, 5)
                .map(any -> any == 0
                        ? ChildOrder.WITH_CLIENT_ORDER_ID
                        : any == 1 ? ChildOrder.WITHOUT_CLIENT_ORDER_ID : null);
    }

    /** One that blocks is rare, for a run waits in real time for it to return. */
    private static Gen<Listening> listening() {
        return range(0, 200)
                .map(any -> any == 0 ? Listening.BLOCKS : any % 2 == 0 ? Listening.THROWS : Listening.QUIETLY);
    }

    /** Otherwise zero. */
    private static Gen<Integer> seldom(Gen<Integer> values) {
        return source -> range(0, 2).generate(source) < 2 ? 0 : values.generate(source);
    }

    private static List<Held> oncePerInstrument(List<Held> held) {
        Map<Instrument, Held> byInstrument = new EnumMap<>(Instrument.class);
        held.forEach(one -> byInstrument.putIfAbsent(one.instrument(), one));
        return List.copyOf(byInstrument.values());
    }

    private static Gen<Held> held() {
        return enumValues(Instrument.class)
                .zip(quantities(), lists().of(plans()).ofSizeBetween(1, 3), Held::new);
    }

    private static Gen<Stranger> strangers() {
        return range(0, 20).zip(enumValues(Instrument.class), quantities(), booleans(), plans(), Stranger::new);
    }

    private static Gen<Integer> quantities() {
        return oneOf(range(1, 30), range(1, 30).map(quantity -> -quantity));
    }

    private static Gen<OrderPlan> plans() {
        List<Course> courses = new ArrayList<>();
        courses.addAll(Collections.nCopies(12, Course.FILLS));
        courses.addAll(Collections.nCopies(4, Course.FILLS_A_PART_THEN_THE_REST));
        courses.addAll(Collections.nCopies(4, Course.FILLS_A_PART_THEN_IS_CANCELED));
        courses.addAll(List.of(
                Course.FILLS_A_PART,
                Course.RESTS,
                Course.IS_REJECTED,
                Course.FILLS_A_PART_THEN_IS_REJECTED,
                Course.IS_QUEUED_THEN_FILLS));
        List<Cancelling> cancellings = new ArrayList<>();
        cancellings.addAll(Collections.nCopies(4, Cancelling.AT_THE_NEXT_LOOK));
        cancellings.addAll(Collections.nCopies(2, Cancelling.WHEN_DUE));
        cancellings.addAll(Collections.nCopies(2, Cancelling.FILLS_A_PART_FIRST));
        cancellings.add(Cancelling.IS_REFUSED);
        return pick(courses).zip(range(1, 30), dues(), pick(cancellings), dues(), OrderPlan::new);
    }

    private static Gen<Due> dues() {
        return oneOf(
                constant(new Due(Due.Unit.AFTER_THE_ANSWER, 0)),
                constant(new Due(Due.Unit.AT_ONCE, 0)),
                range(0, 30).map(seconds -> new Due(Due.Unit.SECONDS, seconds)),
                range(1, 8).map(requests -> new Due(Due.Unit.REQUESTS, requests)));
    }

    private static Gen<Trouble> troubles() {
        return oneOf(
                troubles(CallKind.CLOSE, 3),
                troubles(CallKind.CANCEL, 3),
                troubles(CallKind.SUBMIT, 3),
                troubles(CallKind.READ_ORDERS, 10),
                troubles(CallKind.READ_POSITIONS, 6));
    }

    private static Gen<Trouble> troubles(CallKind call, int latest) {
        return range(1, latest)
                .zip(
                        pick(ways(call)),
                        enumValues(Execution.class),
                        range(0, LATEST),
                        (nth, how, execution, seconds) -> new Trouble(call, nth, how, execution, seconds));
    }

    /** A read that is refused ends the run, which leaves nothing to test. */
    private static List<How> ways(CallKind call) {
        return List.of(How.values()).subList(0, How.values().length - (call.changes() ? 0 : 1));
    }
}
