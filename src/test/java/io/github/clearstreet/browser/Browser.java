package io.github.clearstreet.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A headless Chromium with one page, steered over its own protocol; its program is the system property {@code browser}. */
public final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 90;

    private final Process process;
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private int lastId;

    /**
     * Starts one.
     *
     * @param profile an empty folder for what it keeps
     */
    public Browser(Path profile) throws IOException, InterruptedException {
        String program = Objects.requireNonNull(System.getProperty("browser"), "-Dbrowser=… names no Chromium");
        process = new ProcessBuilder(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--force-color-profile=srgb",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        URI debugger = debugger(new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8)));
        HttpClient http = HttpClient.newHttpClient();
        JsonNode targets = JSON.readTree(http.send(
                        HttpRequest.newBuilder(URI.create("http://" + debugger.getAuthority() + "/json/list"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        socket = http.newWebSocketBuilder()
                .buildAsync(
                        URI.create(targets.get(0).path("webSocketDebuggerUrl").asText()), new Inbox())
                .join();
    }

    private static URI debugger(BufferedReader errors) throws IOException {
        String start = "DevTools listening on ";
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(start)) {
                Thread drain = new Thread(() -> errors.lines().forEach(ignored -> {}), "browser's log");
                drain.setDaemon(true);
                drain.start();
                return URI.create(line.substring(start.length()));
            }
        }
        throw new IOException("The browser ended before it listened");
    }

    /** Opens a page in a window of that many pixels. */
    public void open(URI page, int width, int height) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call("Page.navigate", Map.of("url", page.toString()));
        waitUntil("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** The value of an expression in the page. */
    public JsonNode evaluate(String expression) throws InterruptedException {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** All text that the page shows. */
    public String text() throws InterruptedException {
        return evaluate("document.body.innerText").asText();
    }

    /** Looks again until the condition holds; fails, with the text of the page, if it does not come to hold. */
    public void waitUntil(String condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!evaluate("new Promise(done => setTimeout(() => done(Boolean(" + condition + ")), 50))")
                .asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(condition + " did not come to hold: " + text());
            }
        }
    }

    /** What the window shows, as a picture. */
    public BufferedImage picture() throws IOException, InterruptedException {
        String png = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .path("data")
                .asText();
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws InterruptedException {
        lastId++;
        socket.sendText(
                        JSON.valueToTree(Map.of("id", lastId, "method", method, "params", parameters))
                                .toString(),
                        true)
                .join();
        while (true) {
            JsonNode message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null || message.path("id").asInt() == lastId && message.has("error")) {
                throw new AssertionError(method + ": " + message);
            }
            if (message.path("id").asInt() == lastId) {
                return message.path("result");
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private final class Inbox implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                try {
                    received.add(JSON.readTree(parts.toString()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                parts.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
