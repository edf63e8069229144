package io.github.clearstreet.generator;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The clients of the torture specifications: generated and compiled once in each JVM, for all tests of them. */
final class TortureClients {
    static final Path RESOURCES = Path.of("src", "test", "resources", "torture");
    static final GeneratedClient CLIENT;
    static final GeneratedClient OLDER;

    static {
        Map<String, GeneratedClient> clients = GeneratedClient.of(
                Map.of(
                        "torture", RESOURCES.resolve("torture-3.1.yaml"),
                        "older", RESOURCES.resolve("torture-3.0.yaml")),
                Path.of("target", "torture-" + System.getProperty("surefire.forkNumber", "ide")));
        CLIENT = Objects.requireNonNull(clients.get("torture"));
        OLDER = Objects.requireNonNull(clients.get("older"));
    }

    private TortureClients() {}
}
