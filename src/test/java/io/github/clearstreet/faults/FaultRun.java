package io.github.clearstreet.faults;

import io.github.clearstreet.VirtualPauses;
import java.time.Duration;

/**
 * What a faulty call did, and the call after it over the same client.
 *
 * @param arrivals whole requests of the faulty call
 * @param partial requests of both calls that arrived in part
 * @param elsewhere requests to the target of a redirect, whole or in part
 * @param told what the caller was told
 * @param nextArrivals whole requests of the next call
 * @param nextTold what the caller of the next call was told
 */
record FaultRun(int arrivals, int partial, int elsewhere, String told, int nextArrivals, String nextTold) {
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    static FaultRun of(Fault fault, Reach reach, Asked asked, Style style) {
        int first = fault.reused() ? 2 : 1;
        Behaviour behaviour = reach == Reach.ALWAYS
                ? fault.behaviour().from(first)
                : fault.behaviour().onlyFor(first);
        try (FaultServer elsewhere = new FaultServer(GoodAnswer.INSTANCE);
                FaultServer server = new FaultServer(behaviour, elsewhere.uri());
                Caller caller = new Caller(VirtualPauses.in(Caller.settings(server.uri())))) {
            if (fault.reused()) {
                caller.ask(style, asked, ENOUGH);
            }
            int before = server.complete().size();
            String told = caller.ask(style, asked, fault.deadline());
            if (fault.spoilsConnection()) {
                server.awaitDisconnect();
            }
            int between = server.complete().size();
            String nextTold = caller.ask(style, asked, reach == Reach.ALWAYS ? fault.deadline() : ENOUGH);
            int after = server.complete().size();
            if (!server.complete().stream().allMatch(request -> request.body().equals(asked.json()))) {
                throw new AssertionError("Another body than " + asked.json() + " arrived: " + server.complete());
            }
            return new FaultRun(
                    between - before, server.partial(), elsewhere.requests(), told, after - between, nextTold);
        }
    }
}
