package io.github.clearstreet.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a test has asked to happen to calls, and what has come. Thread-safe. */
final class FaultQueue {
    private static final ResponseCustomizer UNCHANGED = (request, answer) -> answer;

    private final RequestLog requests = new RequestLog();
    private final List<Planned> faults = new ArrayList<>();

    private record Planned(Predicate<SandboxRequest> meant, Fault fault) {}

    private volatile ResponseCustomizer customizer = UNCHANGED;

    /** Records a call and says what goes wrong with it. One lock, so that faults meet calls in the recorded order. */
    synchronized Fault begin(SandboxRequest request, boolean authorized) {
        requests.add(request);
        if (!authorized) {
            return Fault.none();
        }
        Optional<Planned> next =
                faults.stream().filter(any -> any.meant().test(request)).findFirst();
        next.ifPresent(faults::remove);
        return next.map(Planned::fault).orElseGet(Fault::none);
    }

    SandboxResponse customize(SandboxRequest request, SandboxResponse answer) {
        return customizer.customize(request, answer);
    }

    synchronized void nextCall(Predicate<SandboxRequest> meant, Fault fault) {
        faults.add(new Planned(meant, fault));
    }

    void customizeResponses(ResponseCustomizer newCustomizer) {
        customizer = newCustomizer;
    }

    List<SandboxRequest> requests() {
        return requests.snapshot();
    }

    synchronized void clear() {
        requests.clear();
        faults.clear();
        customizer = UNCHANGED;
    }
}
