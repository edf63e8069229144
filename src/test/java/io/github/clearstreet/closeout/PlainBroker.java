package io.github.clearstreet.closeout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetBuilder;
import io.github.clearstreet.VirtualClients;
import io.github.clearstreet.sandbox.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A broker that is not the sandbox: a small ledger behind a plain HTTP server, whose every row and answer can be bent before
 * it goes out. It shares a virtual clock with the close-out. What a test bends is set before a run, or in a pause of it.
 */
final class PlainBroker implements AutoCloseable {
    static final long ACCOUNT = 19816;
    static final Instant START = Instant.parse("2026-01-02T15:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FINAL = List.of("FILLED", "CANCELED", "REJECTED", "EXPIRED");

    final VirtualClock clock = VirtualClock.at(START);
    final Map<String, BigDecimal> held = new LinkedHashMap<>();
    final List<Map<String, Object>> orders = new ArrayList<>();
    final List<Map<String, Object>> executions = new ArrayList<>();
    final List<String> changes = new ArrayList<>();
    final List<String> reads = new ArrayList<>();
    final List<String> crossings = new ArrayList<>();

    /** How long the server's own orders take to fill; null for never. */
    @Nullable
    Duration fillsAfter = Duration.ofSeconds(1);

    /** What the server's clock says at this moment. */
    UnaryOperator<Instant> serverTime = at -> at;

    /** Whether responses say the time. */
    boolean saysDate = true;

    /** Answers in place of the ledger; empty to let it answer. */
    Function<Request, Optional<Reply>> instead = request -> Optional.empty();

    /** Bends what the ledger answered. */
    Function<Request, UnaryOperator<Reply>> afterwards = request -> reply -> reply;

    /** Bends rows as they go out: one, none or several for each. */
    Function<Map<String, Object>, List<Map<String, Object>>> positionRows = List::of;

    Function<Map<String, Object>, List<Map<String, Object>>> orderRows = List::of;
    Function<Map<String, Object>, List<Map<String, Object>>> executionRows = List::of;

    /** Does more when the ledger makes an order, for example children. */
    Function<Map<String, Object>, List<Map<String, Object>>> also = order -> List.of();

    Runnable beforeEachPause = () -> {};
    int pauses;

    private final ServerSocket server;
    private final ClearStreet clearStreet;
    private int number;

    record Request(String method, String path, Map<String, String> query, String body) {
        boolean changes() {
            return !method.equals("GET");
        }

        boolean reads(String list) {
            return method.equals("GET") && path.endsWith("/" + list);
        }
    }

    record Reply(int status, String body, Map<String, String> headers) {
        static Reply data(Object rows) {
            Map<String, Object> envelope = new LinkedHashMap<>();
            envelope.put("data", rows);
            envelope.put("error", null);
            envelope.put("metadata", Map.of("request_id", "r"));
            return new Reply(200, text(envelope), Map.of());
        }

        static Reply error(int status, String message) {
            return new Reply(
                    status,
                    text(Map.of(
                            "error",
                            Map.of("code", status, "message", message),
                            "metadata",
                            Map.of("request_id", "r"))),
                    Map.of());
        }

        Reply withHeader(String name, String value) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put(name, value);
            return new Reply(status, body, all);
        }
    }

    PlainBroker() throws IOException {
        this(client -> client);
    }

    PlainBroker(UnaryOperator<ClearStreetBuilder> settings) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
        URI baseUrl = URI.create("http://127.0.0.1:" + server.getLocalPort());
        clearStreet =
                settings.apply(VirtualClients.of(baseUrl, "id.secret", clock)).build();
    }

    ClearStreet clearStreet() {
        return clearStreet;
    }

    CloseOutBuilder builder() {
        return CloseOut.builder(clearStreet)
                .clock(clock)
                .ticker(() -> Duration.between(START, clock.instant()).toNanos())
                .sleeper(length -> {
                    synchronized (this) {
                        pauses++;
                        beforeEachPause.run();
                    }
                    clock.advance(length);
                });
    }

    FlattenReport flatten(ClosingMethod method) {
        return builder().build().flatten(ACCOUNT, FlattenOptions.defaults().withMethod(method));
    }

    /** What the report says, for a test that fails. */
    static String text(FlattenReport report) {
        StringBuilder text = new StringBuilder(report.toString());
        report.timeline().forEach(event -> text.append("\n  ").append(event));
        return text.toString();
    }

    static String id(String symbol) {
        return UUID.nameUUIDFromBytes(symbol.getBytes(StandardCharsets.UTF_8)).toString();
    }

    PlainBroker holds(String symbol, String quantity) {
        held.put(symbol, new BigDecimal(quantity));
        return this;
    }

    /** Somebody's order, made now. */
    synchronized Map<String, Object> order(String symbol, String side, String quantity, String type) {
        return make(symbol, side, new BigDecimal(quantity), type, null);
    }

    /** Returns a text that the row must have. */
    static String text(Map<String, Object> row, String field) {
        return String.valueOf(row.get(field));
    }

    synchronized void fill(Map<String, Object> order, BigDecimal quantity) {
        String symbol = text(order, "symbol");
        BigDecimal signed = String.valueOf(order.get("side")).startsWith("SELL") ? quantity.negate() : quantity;
        trade(symbol, signed);
        BigDecimal filled = new BigDecimal((String) order.get("filled_quantity")).add(quantity);
        BigDecimal rest = new BigDecimal((String) order.get("quantity")).subtract(filled);
        order.put("filled_quantity", filled.toPlainString());
        order.put("leaves_quantity", rest.toPlainString());
        order.put("status", rest.signum() == 0 ? "FILLED" : "PARTIALLY_FILLED");
        order.put("updated_at", now().toString());
        Map<String, Object> execution = new LinkedHashMap<>();
        execution.put("id", "e" + executions.size());
        execution.put("order_id", order.get("id"));
        execution.put("instrument_id", id(symbol));
        execution.put("symbol", symbol);
        execution.put("side", order.get("side"));
        execution.put("quantity", quantity.toPlainString());
        execution.put("price", "100");
        execution.put("transaction_time", now().toString());
        executions.add(execution);
    }

    synchronized void trade(String symbol, BigDecimal signed) {
        BigDecimal before = held.getOrDefault(symbol, BigDecimal.ZERO);
        BigDecimal after = before.add(signed);
        held.put(symbol, after);
        if (before.signum() * after.signum() < 0) {
            crossings.add(symbol + " " + before + " -> " + after);
        }
    }

    synchronized void cancel(Map<String, Object> order) {
        order.put("status", "CANCELED");
        order.put("leaves_quantity", "0");
        order.put("updated_at", now().toString());
    }

    Instant now() {
        return serverTime.apply(clock.instant());
    }

    boolean isFlat() {
        return held.values().stream().allMatch(quantity -> quantity.signum() == 0);
    }

    private Map<String, Object> make(
            String symbol, String side, BigDecimal quantity, String type, @Nullable String clientId) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", "o" + ++number);
        order.put("client_order_id", clientId == null ? "c" + number : clientId);
        order.put("account_id", ACCOUNT);
        order.put("symbol", symbol);
        order.put("instrument_id", id(symbol));
        order.put("instrument_type", "COMMON_STOCK");
        order.put("venue", "XNAS");
        order.put("side", side);
        order.put("quantity", quantity.toPlainString());
        order.put("filled_quantity", "0");
        order.put("leaves_quantity", quantity.toPlainString());
        order.put("order_type", type);
        order.put("time_in_force", type.equals("MARKET") ? "DAY" : "GOOD_TILL_CANCEL");
        order.put("status", "NEW");
        order.put("created_at", now().toString());
        order.put("updated_at", now().toString());
        orders.add(order);
        orders.addAll(also.apply(order));
        return order;
    }

    private void settle() {
        Duration after = fillsAfter;
        for (Map<String, Object> order : List.copyOf(orders)) {
            if (after != null
                    && isOpen(order)
                    && "MARKET".equals(order.get("order_type"))
                    && !now().isBefore(Instant.parse((String) order.get("created_at"))
                            .plus(after))) {
                fill(order, new BigDecimal((String) order.get("leaves_quantity")));
            }
        }
    }

    static boolean isOpen(Map<String, Object> order) {
        return !FINAL.contains(order.get("status"));
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "plain broker");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return; // it was closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] start = line.split(" ", -1);
                int length = 0;
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        length = Integer.parseInt(header.substring(15).trim());
                    }
                }
                String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                URI uri = URI.create(start[1]);
                Reply reply = answer(new Request(start[0], uri.getPath(), query(uri.getRawQuery()), body));
                if (reply.status() == 0) {
                    return; // the connection drops
                }
                write(socket, reply);
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private void write(Socket socket, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Said\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Content-Length", String.valueOf(body.length));
        if (saysDate) {
            headers.put("Date", date());
        }
        headers.putAll(reply.headers());
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        socket.getOutputStream().write(all.toByteArray());
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private synchronized Reply answer(Request request) {
        (request.changes() ? changes : reads).add(request.method() + " " + request.path() + " " + request.body());
        settle();
        Reply reply =
                instead.apply(request).orElseGet(() -> afterwards.apply(request).apply(byLedger(request)));
        return reply;
    }

    Reply byLedger(Request request) {
        String[] path = request.path().split("/", -1);
        String last = path[path.length - 1];
        if (!request.changes()) {
            return switch (last) {
                case "positions" -> page(request, positions());
                case "orders" -> page(request, filtered(request));
                case "executions" ->
                    page(
                            request,
                            executions.stream()
                                    .filter(row -> since(request, row, "transaction_time"))
                                    .flatMap(row -> executionRows.apply(row).stream())
                                    .toList());
                default -> Reply.error(404, "No such thing");
            };
        }
        return switch (request.method() + " " + path[4] + " " + path.length) {
            case "POST orders 5" -> submit(request.body());
            case "DELETE orders 5" ->
                Reply.data(orders.stream()
                        .filter(PlainBroker::isOpen)
                        .peek(this::cancel)
                        .toList());
            case "DELETE orders 6" ->
                orders.stream()
                        .filter(order -> last.equals(order.get("id")) && isOpen(order))
                        .findFirst()
                        .map(order -> {
                            cancel(order);
                            return Reply.data(order);
                        })
                        .orElseGet(() -> Reply.error(404, "No such order"));
            case "DELETE positions 5" -> close(List.copyOf(held.keySet()));
            case "DELETE positions 6" ->
                close(held.keySet().stream()
                        .filter(symbol -> id(symbol).equalsIgnoreCase(last) || symbol.equals(last))
                        .toList());
            default -> Reply.error(404, "No such thing");
        };
    }

    private Reply close(List<String> symbols) {
        List<Map<String, Object>> made = new ArrayList<>();
        for (String symbol : symbols) {
            BigDecimal quantity = held.getOrDefault(symbol, BigDecimal.ZERO);
            if (quantity.signum() != 0) {
                Map<String, Object> order =
                        make(symbol, quantity.signum() > 0 ? "SELL" : "BUY", quantity.abs(), "MARKET", null);
                made.addAll(orderRows.apply(order));
            }
        }
        return Reply.data(made);
    }

    private Reply submit(String body) {
        try {
            List<Map<String, Object>> made = new ArrayList<>();
            for (JsonNode wish : JSON.readTree(body)) {
                String clientId = wish.path("id").asText();
                Optional<Map<String, Object>> known = orders.stream()
                        .filter(order -> clientId.equals(order.get("client_order_id")))
                        .findFirst();
                String instrument = wish.path("instrument_id").asText();
                String symbol = held.keySet().stream()
                        .filter(name -> id(name).equalsIgnoreCase(instrument) || name.equals(instrument))
                        .findFirst()
                        .orElseThrow();
                Map<String, Object> order = known.orElseGet(() -> make(
                        symbol,
                        wish.path("side").asText(),
                        new BigDecimal(wish.path("quantity").asText()),
                        "MARKET",
                        clientId));
                made.addAll(orderRows.apply(order));
            }
            return Reply.data(made);
        } catch (JsonProcessingException e) {
            return Reply.error(400, "Not JSON");
        }
    }

    private List<Map<String, Object>> positions() {
        List<Map<String, Object>> rows = new ArrayList<>();
        held.forEach((symbol, quantity) -> {
            if (quantity.signum() != 0) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("account_id", ACCOUNT);
                row.put("instrument_id", id(symbol));
                row.put("symbol", symbol);
                row.put("instrument_type", "COMMON_STOCK");
                row.put("quantity", quantity.toPlainString());
                row.put("available_quantity", quantity.toPlainString());
                row.put(
                        "market_value",
                        quantity.multiply(BigDecimal.valueOf(100)).toPlainString());
                row.put("position_type", quantity.signum() > 0 ? "LONG" : "SHORT");
                rows.addAll(positionRows.apply(row));
            }
        });
        return rows;
    }

    private List<Map<String, Object>> filtered(Request request) {
        List<String> ids = list(request, "order_ids");
        List<String> statuses = list(request, "status");
        return orders.stream()
                .filter(row -> ids.isEmpty() || ids.contains(row.get("id")) || ids.contains(row.get("client_order_id")))
                .filter(row -> statuses.isEmpty() || statuses.contains(row.get("status")))
                .filter(row -> since(request, row, "created_at"))
                .flatMap(row -> orderRows.apply(row).stream())
                .toList();
    }

    private static boolean since(Request request, Map<String, Object> row, String field) {
        String from = request.query().get("from");
        return from == null || !Instant.parse((String) row.get(field)).isBefore(Instant.parse(from));
    }

    private static List<String> list(Request request, String name) {
        String value = request.query().get(name);
        return value == null ? List.of() : Arrays.asList(value.split(","));
    }

    private Reply page(Request request, List<Map<String, Object>> rows) {
        int size = Integer.parseInt(request.query().getOrDefault("page_size", "1000"));
        int from = Integer.parseInt(request.query().getOrDefault("page_token", "0"));
        int to = Math.min(rows.size(), from + size);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("request_id", "r");
        if (to < rows.size()) {
            metadata.put("next_page_token", String.valueOf(to));
        }
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("data", from >= to ? List.of() : rows.subList(from, to));
        envelope.put("error", null);
        envelope.put("metadata", metadata);
        return new Reply(200, text(envelope), Map.of());
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (String part : raw.split("&", -1)) {
                String[] pair = part.split("=", 2);
                query.put(pair[0], URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> with(Map<String, Object> row, String field, @Nullable Object value) {
        Map<String, Object> bent = new LinkedHashMap<>(row);
        bent.put(field, value);
        return bent;
    }

    static Map<String, Object> without(Map<String, Object> row, String field) {
        Map<String, Object> bent = new LinkedHashMap<>(row);
        bent.remove(field);
        return bent;
    }

    String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).format(now().atOffset(ZoneOffset.UTC));
    }

    @Override
    public void close() throws IOException {
        clearStreet.close();
        server.close();
    }
}
