package io.github.clearstreet.internal.http;

import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import java.util.Arrays;

/** Lets the thread of a client of java.net.http die, as an OutOfMemoryError can. */
final class DeadSelector {
    private DeadSelector() {}

    static void kill(HttpClient client) throws InterruptedException {
        String text = client.toString();
        String number = text.substring(text.lastIndexOf('(') + 1, text.length() - 1);
        Thread[] threads = new Thread[Thread.activeCount() + 100];
        int count = Thread.enumerate(threads);
        Thread selector = Arrays.stream(threads, 0, count)
                .filter(thread -> thread.getName().equals("HttpClient-" + number + "-SelectorManager"))
                .findFirst()
                .orElseThrow();
        // JDK 17 can stop a thread, but not shut a client down; later ones the other way round.
        boolean canStop = Runtime.version().feature() < 20;
        try {
            (canStop ? Thread.class.getMethod("stop") : HttpClient.class.getMethod("shutdownNow"))
                    .invoke(canStop ? selector : client);
        } catch (IllegalAccessException | InvocationTargetException | NoSuchMethodException e) {
            throw new LinkageError("cannot kill " + selector, e);
        }
        selector.join();
    }
}
