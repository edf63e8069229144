package io.github.clearstreet.internal.http;

import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The TLS of one client, with a look at its connections: a request whose handshake was never finished has not left. Only the
 * session says so for sure. When a server hangs up within the handshake, java.net.http takes the request all the same, and
 * its words for that are the same when a connection ends within a second handshake. Thread-safe.
 */
final class WatchedTls extends SSLContextSpi {
    /** What the JDK calls the protocol of a session before its first handshake has ended. */
    private static final String NONE = "NONE";

    private final SSLContext real;
    /** Those that are in use; what has been let go is only counted. Guarded by this. */
    private final Set<SSLEngine> engines = Collections.newSetFromMap(new WeakHashMap<>());

    private int made;

    /** @param given the user's; null for that of the JVM */
    WatchedTls(@Nullable SSLContext given) {
        try {
            this.real = given == null ? SSLContext.getDefault() : given;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no TLS: " + e.getMessage(), e);
        }
    }

    /** What makes the connections of one client. */
    SSLContext context() {
        return new Context(this);
    }

    /** True if it is sure that no connection of the client has ever got beyond a handshake: then no request has left. */
    static boolean nothingLeft(HttpClient http) {
        return http.sslContext() instanceof Context context && context.watched.nothingLeft();
    }

    private synchronized boolean nothingLeft() {
        return made == engines.size()
                && engines.stream()
                        .allMatch(engine -> engine.getSession().getProtocol().equals(NONE));
    }

    private synchronized SSLEngine watch(SSLEngine engine) {
        engines.add(engine);
        made++;
        return engine;
    }

    private static final class Context extends SSLContext {
        private final WatchedTls watched;

        Context(WatchedTls watched) {
            super(watched, watched.real.getProvider(), watched.real.getProtocol());
            this.watched = watched;
        }
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        return watch(real.createSSLEngine(host, port));
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        return watch(real.createSSLEngine());
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
        return real.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
        return real.getSupportedSSLParameters();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        return real.getClientSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        return real.getServerSessionContext();
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        return real.getSocketFactory();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        return real.getServerSocketFactory();
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
        throw new IllegalStateException("This context is ready.");
    }
}
