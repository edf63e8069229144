package io.github.clearstreet.faults;

import java.time.Duration;
import javax.net.ServerSocketFactory;

/**
 * What one faulty call did.
 *
 * @param arrivals whole requests of the faulty call
 * @param partial requests that arrived in part
 * @param elsewhere connections to the target of a redirect
 * @param told what the caller was told
 * @param nextTold what the caller of the next call was told
 * @param nextArrivals whole requests of the next call
 */
record FaultRun(int arrivals, int partial, int elsewhere, String told, String nextTold, int nextArrivals) {
    static FaultRun of(Fault fault, Reach reach, Form form, Style style) {
        int first = fault.reused() ? 2 : 1;
        Behaviour behaviour = reach == Reach.ALWAYS
                ? fault.behaviour().from(first)
                : fault.behaviour().onlyFor(first);
        try (FaultServer elsewhere = new FaultServer(GoodAnswer.INSTANCE);
                FaultServer server =
                        new FaultServer("http", ServerSocketFactory.getDefault(), behaviour, elsewhere.uri());
                Caller caller = new Caller(server.uri())) {
            if (fault.reused()) {
                caller.close(style, form, Duration.ofSeconds(60));
            }
            int before = server.complete().size();
            String told = caller.close(style, form, fault.deadline());
            int after = server.complete().size();
            String nextTold = caller.close(style, form, fault.deadline());
            return new FaultRun(
                    after - before,
                    server.partial(),
                    elsewhere.connections(),
                    told,
                    nextTold,
                    server.complete().size() - after);
        }
    }
}
