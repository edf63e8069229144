package io.github.clearstreet.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A port on loopback that neither accepts nor refuses: its queue of connections is full, so a new one waits. */
final class FullBacklog implements AutoCloseable {
    private static final int MORE_THAN_FIT = 64;

    private final ServerSocket listener;
    private final List<SocketChannel> waiting = new ArrayList<>();

    FullBacklog() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        for (int i = 0; i < MORE_THAN_FIT; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(listener.getLocalSocketAddress());
            waiting.add(channel);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : waiting) {
            channel.close();
        }
        listener.close();
    }
}
