package io.github.clearstreet.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests, in the order of their arrival, bounded in number and in size. Thread-safe. */
final class RequestLog {
    private static final int MAX_REQUESTS = 10_000;
    private static final int MAX_CHARACTERS = 16 * 1024 * 1024;

    private final Deque<SandboxRequest> requests = new ArrayDeque<>();
    private long characters;

    synchronized void add(SandboxRequest request) {
        requests.addLast(request);
        characters += request.size();
        while (requests.size() > MAX_REQUESTS || characters > MAX_CHARACTERS && requests.size() > 1) {
            characters -= requests.removeFirst().size();
        }
    }

    synchronized List<SandboxRequest> snapshot() {
        return List.copyOf(requests);
    }

    synchronized void clear() {
        requests.clear();
        characters = 0;
    }
}
