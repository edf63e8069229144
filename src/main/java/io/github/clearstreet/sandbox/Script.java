package io.github.clearstreet.sandbox;

import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a test has asked to happen to calls, and what has come. Thread-safe. */
final class Script {
    private static final ResponseCustomizer UNCHANGED = (request, answer) -> answer;

    private final RequestLog requests = new RequestLog();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private volatile ResponseCustomizer customizer = UNCHANGED;

    /** Records a call and says what goes wrong with it. One lock, so that faults meet calls in the recorded order. */
    synchronized Fault begin(SandboxRequest request) {
        requests.add(request);
        return Objects.requireNonNullElseGet(faults.poll(), Fault::none);
    }

    SandboxResponse customize(SandboxRequest request, SandboxResponse answer) {
        return customizer.customize(request, answer);
    }

    void nextCall(Fault fault) {
        faults.add(fault);
    }

    void customizeAnswers(ResponseCustomizer newCustomizer) {
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
