package io.github.clearstreet.closeout.invariant;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Takes the number of scripts and the seed from the command line: {@code -Dcloseout.tries=100000 -Dcloseout.seed=42}.
 * Without them every build plays the same scripts.
 */
final class ConfiguredTries implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Integer tries = Integer.getInteger("closeout.tries");
        if (tries != null) {
            context.attributes().setTries(tries);
        }
        String seed = System.getProperty("closeout.seed");
        if (seed != null) {
            context.attributes().setSeed(seed);
        }
        return property.execute();
    }
}
