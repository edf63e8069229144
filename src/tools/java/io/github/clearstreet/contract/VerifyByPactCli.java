package io.github.clearstreet.contract;

import io.github.clearstreet.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts a sandbox and lets the Pact command line, a verifier that is written in Rust, hold the pact against it over HTTP,
 * provider states too. The arguments: the program, the pact, and more options for the program. Ends as the program does.
 */
public final class VerifyByPactCli {
    private VerifyByPactCli() {}

    /** Run by {@code .ci/contracts}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            System.err.println("Arguments: the program pact-verifier, the pact, and more options if need be");
            System.exit(64);
        }
        int status;
        try (Sandbox sandbox = Sandbox.builder().stateOverHttp().start()) {
            ProcessBuilder verifier = new ProcessBuilder(command(arguments, sandbox)).inheritIO();
            verifier.environment().put("PACT_DO_NOT_TRACK", "true");
            status = verifier.start().waitFor();
        }
        System.exit(status);
    }

    private static List<String> command(String[] arguments, Sandbox sandbox) {
        URI address = sandbox.baseUrl();
        List<String> command = new ArrayList<>(List.of(
                arguments[0],
                "--no-colour",
                "--file",
                arguments[1],
                "--hostname",
                address.getHost(),
                "--port",
                String.valueOf(address.getPort()),
                "--header",
                "Authorization=Bearer " + sandbox.apiKey(),
                "--state-change-url",
                address + "/sandbox/provider-state?key=" + sandbox.apiKey(),
                "--state-change-teardown"));
        command.addAll(Arrays.asList(arguments).subList(2, arguments.length));
        return command;
    }
}
