package io.github.clearstreet.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Takes one call through its stages: read, record, hold, execute, spoil, customise, date. */
final class CallHandler implements LoopbackServer.Handler {
    /** Hears what the sandbox itself makes of each call, before faults and customisers change it. */
    private static final System.Logger LOG = System.getLogger("io.github.clearstreet.sandbox");

    private static final SandboxResponse NOT_THIS_MACHINE =
            SandboxResponse.flatError(421, "The Host must be a name of this machine.");

    private static final int PARTIAL = 207;

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A web page that has a host name of its own point to this machine must not get any further. */
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    private final RequestReader reader;
    private final Ledger ledger;
    private final Router router;
    private final FaultQueue faults;
    private final Clock clock;
    private volatile Duration dateSkew = Duration.ZERO;

    CallHandler(RequestReader reader, Ledger ledger, Router router, FaultQueue faults, Clock clock) {
        this.reader = reader;
        this.ledger = ledger;
        this.router = router;
        this.faults = faults;
        this.clock = clock;
    }

    void dateSkew(Duration skew) {
        dateSkew = skew;
    }

    @Override
    public WireResponse handle(WireRequest request) throws InterruptedException {
        if (!isForThisMachine(request)) {
            return whole(NOT_THIS_MACHINE);
        }
        ReceivedCall call = reader.read(request);
        ledger.requestArrived();
        Fault fault = begin(call);
        SandboxResponse response = respond(call, fault);
        return new WireResponse(dated(response), fault.delivery());
    }

    /** The same for what is not of the API: no faults, and not in the log of requests. */
    WireResponse guarded(WireRequest request, Supplier<SandboxResponse> respond) {
        return whole(isForThisMachine(request) ? respond.get() : NOT_THIS_MACHINE);
    }

    private static boolean isForThisMachine(WireRequest request) {
        return LOOPBACK.matcher(String.join(",", request.values("Host"))).matches();
    }

    private WireResponse whole(SandboxResponse response) {
        return new WireResponse(dated(response), WireResponse.Delivery.WHOLE);
    }

    /** A fault is for calls that would otherwise work: one without the key uses none up. */
    private Fault begin(ReceivedCall call) {
        try {
            Fault fault = faults.begin(call.request(), router.isAuthorized(call));
            fault.first().forEach(Runnable::run);
            return fault;
        } catch (RuntimeException e) {
            // A test that gives a bad function shall see why, instead of a dropped connection.
            return failure(e);
        }
    }

    private SandboxResponse respond(ReceivedCall call, Fault fault) throws InterruptedException {
        keep(fault.holdBeforeExecuting());
        try {
            fault.executesLater().ifPresent(delay -> ledger.executeLater(delay, later(call, fault)));
            if (fault.twice()) {
                execute(call);
            }
            SandboxResponse response = fault.executes() ? execute(call) : SandboxResponse.empty(200);
            keep(fault.holdAfterExecuting());
            return faults.customize(call.request(), fault.change(call.request(), response));
        } catch (RuntimeException e) {
            return failure(e).change(call.request(), SandboxResponse.empty(500));
        }
    }

    private Runnable later(ReceivedCall call, Fault fault) {
        if (!fault.fixedAtReceipt()) {
            return () -> execute(call);
        }
        Map<Long, List<SandboxPosition>> held = ledger.positions();
        return () -> ledger.withPositions(held, () -> execute(call));
    }

    private static Fault failure(RuntimeException e) {
        return Fault.error(500, "The sandbox failed: " + e);
    }

    private SandboxResponse execute(ReceivedCall call) {
        SandboxResponse response = router.respond(call);
        // What a test asked for by conditions that the specification does not declare is as little its own as a fault.
        if (response.status() != PARTIAL) {
            LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", call.request(), response);
        }
        return response;
    }

    private SandboxResponse dated(SandboxResponse response) {
        return response.header("Date").isPresent()
                ? response
                : response.withHeader("Date", HTTP_DATE.format(clock.instant().plus(dateSkew)));
    }

    private static void keep(Optional<Gate> gate) throws InterruptedException {
        if (gate.isPresent()) {
            gate.get().keep();
        }
    }
}
