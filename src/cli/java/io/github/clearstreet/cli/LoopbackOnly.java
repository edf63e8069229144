package io.github.clearstreet.cli;

import io.github.clearstreet.Environment;
import java.net.URI;
import java.util.stream.Stream;

/** Keeps a command on this machine until somebody says in so many words that it shall go out. */
final class LoopbackOnly {
    private LoopbackOnly() {}

    static void check(URI baseUrl, boolean live) {
        if (!live && !Environment.isThisMachine(baseUrl)) {
            throw new UsageException("nothing was sent: " + name(baseUrl)
                    + " is not this machine. Add --live to use the real account there, or use --sandbox");
        }
    }

    /** Any other host may be a key in the wrong place. */
    private static String name(URI baseUrl) {
        return Stream.of(Environment.values())
                .map(environment -> environment.baseUrl().getHost())
                .filter(host -> host.equalsIgnoreCase(baseUrl.getHost()))
                .findFirst()
                .orElse("the host of the base URL (it is not repeated here)");
    }
}
