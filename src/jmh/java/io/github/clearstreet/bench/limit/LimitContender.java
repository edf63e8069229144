package io.github.clearstreet.bench.limit;

import static java.util.Optional.ofNullable;

import io.github.clearstreet.bench.Checksum;
import io.github.clearstreet.bench.Contender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** Hand-written reading over plain java.net.http. */
public final class LimitContender implements Contender<LimitAnswer> {
    private final LimitHttp http;

    public LimitContender(String baseUrl) {
        this.http = new LimitHttp(baseUrl);
    }

    @Override
    public LimitAnswer decode(byte[] json) {
        try {
            return LimitReader.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public LimitAnswer call(int orders) {
        return decode(http.send(orders));
    }

    @Override
    public CompletableFuture<LimitAnswer> callAsync(int orders) {
        return http.sendAsync(orders).thenApply(this::decode);
    }

    @Override
    public long checksum(LimitAnswer answer) {
        Checksum sum = new Checksum().text(answer.requestId());
        for (LimitOrder order : answer.data()) {
            read(order, sum);
        }
        return sum.value();
    }

    private static void read(LimitOrder order, Checksum sum) {
        sum.text(order.id())
                .text(ofNullable(order.clientOrderId()))
                .number(order.accountId())
                .text(ofNullable(order.instrumentId()))
                .text(ofNullable(name(order.instrumentType())))
                .text(ofNullable(order.symbol()))
                .text(ofNullable(order.underlyingInstrumentId()))
                .text(order.side().name())
                .text(order.orderType().name())
                .text(order.timeInForce().name())
                .decimal(order.quantity())
                .decimal(ofNullable(order.limitPrice()))
                .decimal(ofNullable(order.stopPrice()))
                .flag(ofNullable(order.extendedHours()))
                .time(ofNullable(order.expiresAt()))
                .text(order.venue())
                .text(order.status().name())
                .decimal(order.filledQuantity())
                .decimal(order.leavesQuantity())
                .decimal(ofNullable(order.averageFillPrice()))
                .texts(ofNullable(order.details()))
                .time(order.createdAt())
                .time(order.updatedAt())
                .text(ofNullable(name(order.queueState())))
                .time(ofNullable(order.releasesAt()))
                .decimal(ofNullable(order.trailingOffset()))
                .text(ofNullable(name(order.trailingOffsetType())))
                .decimal(ofNullable(order.limitOffset()))
                .decimal(ofNullable(order.trailingStopPx()))
                .decimal(ofNullable(order.trailingLimitPx()))
                .decimal(ofNullable(order.trailingWatermarkPx()))
                .time(ofNullable(order.trailingWatermarkTs()));
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    @Override
    public void close() {
        // The connections of java.net.http go with it.
    }
}
