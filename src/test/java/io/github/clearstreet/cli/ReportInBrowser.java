package io.github.clearstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clearstreet.browser.Browser;
import io.github.clearstreet.sandbox.OrderBehaviour;
import io.github.clearstreet.sandbox.OrderTicket;
import io.github.clearstreet.sandbox.Trigger;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about a run, as a picture. */
class ReportInBrowser {
    private static final int HELD = 0x1f5fbf;
    private static final int FILL = 0x0a6b3d;
    private static final int CANCEL = 0x8a6d00;

    @AutoClose
    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @AutoClose
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        browser = new Browser(folder.resolve("profile"));
    }

    @Test
    void chart_ofARun_showsWhatWasHeldWithCancelsClosesAndFillsInTheirColours() throws Exception {
        shell.account()
                .position("GOOG", "25")
                .openOrder(OrderTicket.sell("GOOG", "5"))
                .behaviour(OrderBehaviour.rests()
                        .fills("10", Trigger.elapsed(Duration.ofSeconds(4)))
                        .fills(Trigger.elapsed(Duration.ofSeconds(12))));
        BufferedImage picture = pictureOfARun(1100);

        JsonNode line = box("svg path");
        assertThat(line.path("width").asDouble()).isGreaterThan(700);
        int left = (int) Math.round(line.path("x").asDouble());
        int top = (int) Math.round(line.path("y").asDouble());
        int right =
                (int) Math.round(line.path("x").asDouble() + line.path("width").asDouble());
        int bottom =
                (int) Math.round(line.path("y").asDouble() + line.path("height").asDouble());
        assertThat(coloured(picture, HELD, left + 2, top, 3))
                .as("25 at the start")
                .isTrue();
        assertThat(coloured(picture, HELD, right - 2, bottom, 3))
                .as("0 at the end")
                .isTrue();
        assertThat(coloured(picture, HELD, right - 2, top, 3))
                .as("25 at the end")
                .isFalse();

        List<JsonNode> fills = boxes("svg circle[fill=\"#0a6b3d\"]");
        assertThat(fills).as("fills in part and in full").hasSizeGreaterThanOrEqualTo(2);
        for (JsonNode fill : fills) {
            assertThat(coloured(picture, FILL, middle(fill, "x", "width"), middle(fill, "y", "height"), 2))
                    .isTrue();
        }
        // Both are at the same moment, and both can be seen.
        assertLine(picture, FILL, box("svg line[stroke=\"#0a6b3d\"]"));
        assertLine(picture, CANCEL, box("svg line[stroke=\"#8a6d00\"]"));
        assertNothingIsCutOffOrCovered(1100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "-123456789012.123456789", "0.00000001"})
    void page_ofAnyQuantity_onAnyScreen_isNotCutOff(String quantity) throws Exception {
        shell.account()
                .position("GOOG", quantity)
                .behaviour(OrderBehaviour.rests().fills(Trigger.elapsed(Duration.ofSeconds(4))));

        pictureOfARun(400);

        assertNothingIsCutOffOrCovered(400);
    }

    private static void assertLine(BufferedImage picture, int colour, JsonNode line) {
        assertThat(coloured(picture, colour, middle(line, "x", "width"), middle(line, "y", "height"), 8))
                .as("%s", line)
                .isTrue();
    }

    private BufferedImage pictureOfARun(int width) throws Exception {
        Path page = folder.resolve("run.html");
        shell.flatten("--yes", "--quiet", "--report", page.toString());
        browser.open(page.toUri(), width, 900);
        return browser.picture();
    }

    /** The words of a chart are within it, no word lies on another, and the page is not wider than the window. */
    private void assertNothingIsCutOffOrCovered(int width) throws Exception {
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .as("width of the page")
                .isLessThanOrEqualTo(width);
        JsonNode chart = box("svg");
        List<JsonNode> words = boxes("svg text");
        assertThat(words).hasSizeGreaterThan(3);
        for (int i = 0; i < words.size(); i++) {
            JsonNode word = words.get(i);
            assertThat(word.path("x").asDouble())
                    .as("%s", word)
                    .isGreaterThanOrEqualTo(chart.path("x").asDouble());
            assertThat(end(word, "x", "width")).as("%s", word).isLessThanOrEqualTo(end(chart, "x", "width"));
            assertThat(end(word, "y", "height")).as("%s", word).isLessThanOrEqualTo(end(chart, "y", "height"));
            for (JsonNode other : words.subList(i + 1, words.size())) {
                assertThat(covers(word, other)).as("%s lies on %s", word, other).isFalse();
            }
        }
    }

    private static boolean covers(JsonNode one, JsonNode other) {
        return one.path("x").asDouble() + 1 < end(other, "x", "width")
                && other.path("x").asDouble() + 1 < end(one, "x", "width")
                && one.path("y").asDouble() + 2 < end(other, "y", "height")
                && other.path("y").asDouble() + 2 < end(one, "y", "height");
    }

    private static double end(JsonNode box, String start, String size) {
        return box.path(start).asDouble() + box.path(size).asDouble();
    }

    private static int middle(JsonNode box, String start, String size) {
        return (int) Math.round(box.path(start).asDouble() + box.path(size).asDouble() / 2);
    }

    private JsonNode box(String selector) throws InterruptedException {
        return boxes(selector).get(0);
    }

    private List<JsonNode> boxes(String selector) throws InterruptedException {
        List<JsonNode> boxes = new ArrayList<>();
        browser.evaluate("[...document.querySelectorAll('" + selector + "')].map(it => {"
                        + "const box = it.getBoundingClientRect();"
                        + "return {text: it.textContent, x: box.x, y: box.y, width: box.width, height: box.height}; })")
                .forEach(boxes::add);
        return boxes;
    }

    /** Whether there is a pixel of about that colour at the point or so many pixels beside it. */
    private static boolean coloured(BufferedImage picture, int colour, int x, int y, int beside) {
        for (int i = x - beside; i <= x + beside; i++) {
            for (int j = y - beside; j <= y + beside; j++) {
                if (isLike(picture.getRGB(i, j), colour)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLike(int colour, int other) {
        int far = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            far = Math.max(far, Math.abs((colour >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return far < 40;
    }
}
