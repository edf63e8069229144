package io.github.clearstreet.internal.http;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The clients of java.net.http under one transport: one for reads, and one at a time for changes.
 *
 * <p>A connection that was idle may have been closed by the server, or forgotten by something on the way, just when a change
 * leaves on it; then nobody knows whether it arrived. So a change goes over a connection that is fresh, or was used a moment
 * ago: when none was, its client is replaced, and the connections with it. A client whose thread has died, which an
 * OutOfMemoryError anywhere in the JVM can do to it, is replaced, too. Thread-safe.
 */
public final class HttpClients {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final String TUNNEL_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";
    /** Shorter than any server closes idle connections after. */
    private static final long FRESH_NANOS = Duration.ofMillis(300).toNanos();

    private final TransportSettings settings;
    private final LongSupplier nanoTime;
    private final @Nullable Supplier<HttpClient> others;
    private @Nullable Client reads;
    private @Nullable Client changes;
    private int changesInFlight;
    private boolean changesOverlapped;
    private boolean changesUsed;
    private long changesMadeAt;
    private long lastChangeEnded;

    /**
     * @param nanoTime a monotonic clock
     * @param others makes clients in place of those of java.net.http, without a network; null for those
     */
    HttpClients(TransportSettings settings, LongSupplier nanoTime, @Nullable Supplier<HttpClient> others) {
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.others = others;
        // Takes a while in a new JVM, and is no part of any deadline here.
        this.changes = make();
    }

    private record Client(HttpClient http, @Nullable Thread selector) {
        boolean isDead() {
            return selector != null && !selector.isAlive();
        }
    }

    /** True for an address that never leaves this machine. */
    public static boolean isLoopback(URI url) {
        return LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /** True for a URL in clear text to this machine: its host is found at once, and no proxy is asked. */
    static boolean needsNoLookup(URI url) {
        return isLoopback(url) && url.getScheme().equals("http");
    }

    /** The client for a read; its connections may have been idle, since a read can be sent again. */
    synchronized HttpClient forRead() {
        Client client = reads;
        if (client == null || client.isDead()) {
            letGo(client);
            client = make();
            reads = client;
        }
        return client.http();
    }

    /** The client for a change. Say {@link #changeEnded} afterwards. */
    synchronized HttpClient forChange() {
        long now = nanoTime.getAsLong();
        long unusedSince = changesOverlapped ? changesMadeAt : lastChangeEnded;
        Client client = changes;
        boolean fresh = client != null && !client.isDead() && (!changesUsed || now - unusedSince < FRESH_NANOS);
        if (client == null || !(fresh || (changesInFlight > 0 && now - changesMadeAt < FRESH_NANOS))) {
            if (changesInFlight == 0) {
                letGo(client);
            }
            client = make();
            changes = client;
            changesMadeAt = now;
            changesOverlapped = false;
        }
        changesUsed = true;
        changesOverlapped |= changesInFlight > 0;
        changesInFlight++;
        return client.http();
    }

    synchronized void changeEnded() {
        changesInFlight--;
        lastChangeEnded = nanoTime.getAsLong();
    }

    /** Lets all connections and threads go. Exchanges that still run must have been ended before. */
    synchronized void close() {
        letGo(reads);
        letGo(changes);
        reads = null;
        changes = null;
    }

    private Client make() {
        if (others != null) {
            return new Client(others.get(), null);
        }
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        if (needsNoLookup(settings.baseUri())) {
            // In clear text to this machine: a proxy would read the key, and would be another machine.
            builder.proxy(HttpClient.Builder.NO_PROXY);
        } else if (settings.proxy() != null) {
            builder.proxy(settings.proxy());
        }
        if (settings.baseUri().getScheme().equalsIgnoreCase("https")) {
            builder.sslContext(new WatchedTls(settings.sslContext()).context());
        }
        // A given SSLContext brings the user's own trust and key managers; those may block, so they get the JDK's pool.
        if (settings.sslContext() == null) {
            builder.executor(TransportThreads.SAME_THREAD);
        }
        HttpClient http = settings.proxyAuthorization() != null ? buildForTunnels(builder) : builder.build();
        return new Client(http, selector(http));
    }

    /** The JDK keeps Basic credentials from proxies that are asked for a tunnel, unless told so before it is first used. */
    private static HttpClient buildForTunnels(HttpClient.Builder builder) {
        if (System.getProperty(TUNNEL_SCHEMES) == null) {
            System.setProperty(TUNNEL_SCHEMES, "");
        }
        return builder.build();
    }

    /** The thread that reads and writes for the client, found by the number that both have in their names. */
    private static @Nullable Thread selector(HttpClient http) {
        String text = http.toString();
        int open = text.lastIndexOf('(');
        if (open < 0 || !text.endsWith(")")) {
            return null;
        }
        String name = "HttpClient-" + text.substring(open + 1, text.length() - 1) + "-SelectorManager";
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        Thread[] threads = new Thread[group.activeCount() + 64];
        int count = group.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().equals(name)) {
                return threads[i];
            }
        }
        return null;
    }

    /** From JDK 21 on a client can be closed; before, its thread ends after the next garbage collection. */
    private static void letGo(@Nullable Client client) {
        if (client != null && (Object) client.http() instanceof AutoCloseable closeable) {
            Thread closer = new Thread(() -> close(closeable), "clearstreet-close");
            closer.setDaemon(true);
            closer.start();
        }
    }

    private static void close(AutoCloseable client) {
        try {
            client.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether requests to the URL go through a proxy. */
    boolean usesProxy(URI url) {
        if (needsNoLookup(url)) {
            return false;
        }
        ProxySelector selector = settings.proxy() != null ? settings.proxy() : ProxySelector.getDefault();
        try {
            return selector != null && selector.select(url).stream().anyMatch(proxy -> proxy.type() == Proxy.Type.HTTP);
        } catch (RuntimeException e) {
            return false; // a selector that fails has chosen none
        }
    }
}
