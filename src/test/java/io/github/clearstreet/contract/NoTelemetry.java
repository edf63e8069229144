package io.github.clearstreet.contract;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Pact would tell its makers of each run. Registered for every run of tests, also in an IDE. */
public final class NoTelemetry implements LauncherSessionListener {
    static final String PROPERTY = "pact_do_not_track";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        System.setProperty(PROPERTY, "true");
    }
}
