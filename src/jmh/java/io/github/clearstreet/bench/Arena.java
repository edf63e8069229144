package io.github.clearstreet.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The canned server, and one warm JVM for each contender. */
final class Arena implements AutoCloseable {
    private static final List<Integer> SIZES = List.of(1, 25, 1_000, 10_000);
    private static final List<String> SERVER_OPTIONS = List.of(
            "-Dsun.net.httpserver.nodelay=true",
            "-Dsun.net.httpserver.maxIdleConnections=" + 4 * CannedServer.CROWD,
            "-Dsun.net.httpserver.idleInterval=3600");
    private static final List<String> WORKER_OPTIONS = List.of("-Xms1g", "-Xmx1g");

    private final Child server;
    private final String[] ports;
    private final Map<String, Child> workers = new HashMap<>();
    private final Map<String, Child> crowds = new HashMap<>();

    Arena(ClassPaths classPaths) {
        server = new Child(SERVER_OPTIONS, classPaths.toRun(Contenders.LIMIT), CannedServer.class);
        ports = server.read().split(" ");
        for (String contender : Contenders.CALLING) {
            workers.put(
                    contender,
                    new Child(WORKER_OPTIONS, classPaths.toRun(contender), Worker.class, contender, baseUrl()));
        }
        for (String contender : Contenders.ALL) {
            String classPath = classPaths.toRun(contender);
            crowds.put(contender, new Child(WORKER_OPTIONS, classPath, Worker.class, contender, url(ports[1])));
        }
    }

    /** The address of the server that answers at once. */
    String baseUrl() {
        return url(ports[0]);
    }

    private static String url(String port) {
        return "http://127.0.0.1:" + port;
    }

    /** Lets the contender do a task of {@link Worker}. */
    long[] ask(String contender, String task, int orders, int times) {
        return numbers(workers.get(contender).ask(task + " " + orders + " " + times));
    }

    /** Lets the contender have a thousand calls in flight, several times in a row. */
    long[] askCrowd(String contender, int orders, int times) {
        return numbers(crowds.get(contender).ask("crowd " + orders + " " + times));
    }

    static long[] numbers(String line) {
        return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    /** Fails unless all contenders read the same from the same answers. */
    void verify() {
        for (int orders : SIZES) {
            long expected = ask(Contenders.LIMIT, "checksum", orders, 1)[0];
            for (String contender : Contenders.CALLING) {
                for (long sum : ask(contender, "checksum", orders, 1)) {
                    if (sum != expected) {
                        throw new IllegalStateException(contender + " does not read the same as limit from " + orders
                                + " orders: " + sum + " is not " + expected + ". Nothing was timed.");
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        workers.values().forEach(Child::close);
        crowds.values().forEach(Child::close);
        server.close();
    }
}
