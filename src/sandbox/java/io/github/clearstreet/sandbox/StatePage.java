package io.github.clearstreet.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page that shows people what their code does to the sandbox. Holds no data itself, and loads nothing. */
final class StatePage {
    static final SandboxResponse RESPONSE = SandboxResponse.html(200, text())
            .withHeader("Content-Type", "text/html; charset=utf-8")
            .withHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self';"
                            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
            .withHeader("Referrer-Policy", "no-referrer")
            .withHeader("X-Content-Type-Options", "nosniff");

    private StatePage() {}

    private static String text() {
        try (InputStream page = StatePage.class.getResourceAsStream("page.html")) {
            if (page == null) {
                throw new IllegalStateException("The page is missing in the jar");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
