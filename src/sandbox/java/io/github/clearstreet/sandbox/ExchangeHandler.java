package io.github.clearstreet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/** Takes one call through its stages: read, record, hold, execute, spoil, customise, send. */
final class ExchangeHandler implements HttpHandler {
    /** Hears what the sandbox itself makes of each call, before faults and customisers change it. */
    private static final System.Logger LOG = System.getLogger("io.github.clearstreet.sandbox");

    private final RequestReader reader;
    private final Ledger ledger;
    private final Api api;
    private final Script script;

    ExchangeHandler(RequestReader reader, Ledger ledger, Api api, Script script) {
        this.reader = reader;
        this.ledger = ledger;
        this.api = api;
        this.script = script;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        // Closing an exchange that has not been answered in full ends the connection, which is what a drop needs.
        try (exchange) {
            Arrival call = reader.read(exchange);
            ledger.requestArrived();
            Fault fault = begin(call.request());
            SandboxResponse answer = answer(call, fault);
            ResponseWriter.write(exchange, answer, fault.delivery());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Fault begin(SandboxRequest request) {
        try {
            return script.begin(request);
        } catch (RuntimeException e) {
            // A test that gives a bad function shall see why, instead of a dropped connection.
            return failure(e);
        }
    }

    private SandboxResponse answer(Arrival call, Fault fault) throws InterruptedException {
        keep(fault.holdBeforeExecuting());
        try {
            fault.executesLater().ifPresent(delay -> ledger.executeLater(delay, () -> execute(call)));
            SandboxResponse answer = fault.executes() ? execute(call) : SandboxResponse.empty(200);
            keep(fault.holdAfterExecuting());
            return script.customize(call.request(), fault.change(call.request(), answer));
        } catch (RuntimeException e) {
            return failure(e).change(call.request(), SandboxResponse.empty(500));
        }
    }

    private static Fault failure(RuntimeException e) {
        return Fault.error(500, "The sandbox failed: " + e);
    }

    private SandboxResponse execute(Arrival call) {
        SandboxResponse answer = api.answer(call);
        LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", call.request(), answer);
        return answer;
    }

    private static void keep(Optional<Hold> hold) throws InterruptedException {
        if (hold.isPresent()) {
            hold.get().keep();
        }
    }
}
