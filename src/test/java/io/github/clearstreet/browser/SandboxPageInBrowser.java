package io.github.clearstreet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the sandbox, as people see it. */
class SandboxPageInBrowser {
    private static final long ACCOUNT = 19816;

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().stateOverHttp().start();

    @TempDir
    private static Path profiles;

    @AutoClose
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        browser = new Browser(profiles.resolve(Long.toString(System.nanoTime())));
    }

    @Test
    void page_whileCodeRuns_showsPositionsOrdersAndRequestsAsTheyCome() throws Exception {
        sandbox.account(ACCOUNT).position("GOOG", "25").position("ACME", "-3");
        browser.open(sandbox.page(), 1200, 800);
        browser.waitUntil(shows("Account 19816") + " && " + shows("GOOG"));
        assertThat(browser.evaluate("document.querySelector('td.short').textContent")
                        .asText())
                .isEqualTo("-3");
        assertThat(browser.text()).doesNotContain("close_positions");

        try (ClearStreet client = ClearStreet.builder()
                .baseUrl(sandbox.baseUrl())
                .apiKey(sandbox.apiKey())
                .build()) {
            client.positions().closePositions(ACCOUNT);
        }

        browser.waitUntil(shows("close_positions"));
        assertThat(browser.evaluate("document.querySelector('#requests td.DELETE').textContent")
                        .asText())
                .isEqualTo("DELETE");
        assertThat(browser.evaluate("document.querySelectorAll('td.PENDING_NEW').length")
                        .asInt())
                .isEqualTo(2);

        sandbox.account(ACCOUNT).fillAll();

        browser.waitUntil("document.querySelectorAll('td.FILLED').length === 2");
        assertThat(browser.evaluate("document.querySelector('#accounts .grid table, #accounts .grid p').textContent")
                        .asText())
                .as("positions")
                .isEqualTo("None.");
    }

    @Test
    void page_withoutTheKey_saysWhichAddressToUse() throws Exception {
        browser.open(URI.create(sandbox.page().toString().replaceFirst("#.*", "#wrong")), 1200, 800);

        browser.waitUntil(shows("use the address that the sandbox printed"));
    }

    @Test
    void page_whenTheSandboxIsGone_saysSo() throws Exception {
        browser.open(sandbox.page(), 1200, 800);
        browser.waitUntil(shows("Time of the sandbox"));

        sandbox.close();

        browser.waitUntil(shows("The sandbox does not answer."));
    }

    @Test
    void page_onAPhone_isNotWiderThanTheScreen() throws Exception {
        sandbox.account(ACCOUNT).position("GOOG", "25").openOrder(OrderTicket.buy("GOOG", "10"));
        browser.open(sandbox.page(), 360, 700);
        browser.waitUntil(shows("GOOG"));

        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(360);
    }

    private static String shows(String text) {
        return "document.body.innerText.includes('" + text + "')";
    }
}
