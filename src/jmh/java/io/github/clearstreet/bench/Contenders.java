package io.github.clearstreet.bench;

import io.github.clearstreet.bench.limit.LimitContender;
import io.github.clearstreet.bench.limit.SocketContender;
import io.github.clearstreet.bench.ours.OursContender;
import io.github.clearstreet.bench.ours.TransportContender;
import io.github.clearstreet.bench.stock.StockContender;
import java.util.List;

/** The contenders by name, in the order of the tables. */
final class Contenders {
    static final String OURS = "ours";
    static final String LIMIT = "limit";
    static final String STOCK = "stock";
    static final String SOCKET = "socket";
    static final String TRANSPORT = "transport";
    static final List<String> ALL = List.of(OURS, LIMIT, STOCK);

    /** With the floor of a call and with our transport alone, which both decode as limit does. */
    static final List<String> CALLING = List.of(OURS, LIMIT, STOCK, TRANSPORT, SOCKET);

    private Contenders() {}

    /** Loads no class of the others: a cold start counts them. */
    static Contender<?> create(String name, String baseUrl) {
        return switch (name) {
            case OURS -> new OursContender(baseUrl);
            case LIMIT -> new LimitContender(baseUrl);
            case STOCK -> new StockContender(baseUrl);
            case TRANSPORT -> new TransportContender(baseUrl);
            case SOCKET -> new SocketContender(baseUrl);
            default -> throw new IllegalArgumentException("no contender is called " + name);
        };
    }
}
