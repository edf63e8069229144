package io.github.clearstreet.runtime.json;

import java.util.ArrayList;
import java.util.List;

/** The orders of the fields of all models in one document. */
final class FieldOrders {
    private final List<FieldOrder> all = new ArrayList<>(4);
    private FieldOrder latest = new FieldOrder(FieldNames.of());

    /** Returns that of one model. Mostly it is the one that was asked for before. */
    FieldOrder of(FieldNames names) {
        if (!latest.isOf(names)) {
            latest = find(names);
        }
        return latest;
    }

    private FieldOrder find(FieldNames names) {
        for (FieldOrder order : all) {
            if (order.isOf(names)) {
                return order;
            }
        }
        FieldOrder added = new FieldOrder(names);
        all.add(added);
        return added;
    }
}
