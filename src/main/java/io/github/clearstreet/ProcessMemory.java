package io.github.clearstreet;

import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.journal.MemoryJournal;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What a process remembers of the runs of all its clients that have no journal of their own, by server. The one thing here that
 * no client owns: two clients would otherwise close the same account at once, and a new one would not know what a closed one
 * left unresolved. Thread-safe.
 */
final class ProcessMemory {
    private static final ConcurrentMap<URI, Journal> BY_SERVER = new ConcurrentHashMap<>();

    private ProcessMemory() {}

    static Journal of(URI baseUrl) {
        return BY_SERVER.computeIfAbsent(baseUrl, unseen -> MemoryJournal.create());
    }
}
