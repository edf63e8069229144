package io.github.clearstreet.runtime.request;

import feign.Param;
import io.github.clearstreet.json.OpenEnum;
import java.math.BigDecimal;

/** The text of a parameter before it is encoded: decimals without an exponent, everything else as it says itself. */
public final class ParameterText implements Param.Expander {
    @Override
    public String expand(Object value) {
        return of(value);
    }

    static String of(Object value) {
        if (value instanceof OpenEnum constant) {
            return constant.value(); // its toString is for people
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
