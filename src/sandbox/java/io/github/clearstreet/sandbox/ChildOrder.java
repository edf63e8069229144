package io.github.clearstreet.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the child shows through which an order works. The response that creates the order names the parent only; lists have
 * both, with the same quantities, and executions name the child.
 */
public enum ChildOrder {
    /** The child carries the client order id of its parent. */
    WITH_CLIENT_ORDER_ID,
    /** The child carries no client order id: nothing but what it trades says whose it is. */
    WITHOUT_CLIENT_ORDER_ID;

    static String idOf(String parentId) {
        return UUID.nameUUIDFromBytes(("child of " + parentId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The child as it stands when its parent stands like this. */
    SandboxOrder of(SandboxOrder parent) {
        @Nullable
        String clientOrderId =
                this == WITH_CLIENT_ORDER_ID ? parent.clientOrderId().orElse(null) : null;
        return parent.named(idOf(parent.id()), clientOrderId);
    }
}
