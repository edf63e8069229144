package io.github.clearstreet.cli;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetBuilder;
import io.github.clearstreet.closeout.CloseOut;
import io.github.clearstreet.journal.Journal;
import io.github.clearstreet.sandbox.Sandbox;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a command has from the outside, so that a test can give it something else.
 *
 * @param environment the value of an environment variable, or null
 * @param sandboxes starts the sandbox of {@code --sandbox}; the command closes it
 * @param clients starts the configuration of a client
 * @param closeOuts makes the close-out of a client
 * @param journals opens the journal in a folder
 * @param clock the time of day, for what is shown
 * @param everySecond the pulse of what is shown while a run waits
 * @param terminal who can be asked
 * @param out for results
 * @param err for what people should know besides
 */
record CommandContext(
        UnaryOperator<@Nullable String> environment,
        Supplier<Sandbox> sandboxes,
        Supplier<ClearStreetBuilder> clients,
        Function<ClearStreet, CloseOut> closeOuts,
        Function<Path, Journal> journals,
        Clock clock,
        EverySecond everySecond,
        Terminal terminal,
        PrintWriter out,
        PrintWriter err) {}
