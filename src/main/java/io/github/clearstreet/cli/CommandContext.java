package io.github.clearstreet.cli;

import io.github.clearstreet.sandbox.Sandbox;
import java.io.PrintWriter;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a command has from the outside, so that a test can give it something else.
 *
 * @param environment the value of an environment variable, or null
 * @param sandboxes starts the sandbox of {@code --sandbox}; the command closes it
 * @param out for results
 * @param err for what people should know besides
 */
record CommandContext(
        UnaryOperator<@Nullable String> environment, Supplier<Sandbox> sandboxes, PrintWriter out, PrintWriter err) {}
