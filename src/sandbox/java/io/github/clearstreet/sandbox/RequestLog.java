package io.github.clearstreet.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests, in the order of their arrival. Thread-safe. */
final class RequestLog {
    private static final int MAX_REQUESTS = 10_000;

    private final Deque<SandboxRequest> requests = new ArrayDeque<>();

    synchronized void add(SandboxRequest request) {
        if (requests.size() == MAX_REQUESTS) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    synchronized List<SandboxRequest> snapshot() {
        return List.copyOf(requests);
    }

    synchronized void clear() {
        requests.clear();
    }
}
