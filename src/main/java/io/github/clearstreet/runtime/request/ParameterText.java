package io.github.clearstreet.runtime.request;

import feign.Param;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.json.OpenEnum;
import io.github.clearstreet.runtime.json.Codecs;
import io.github.clearstreet.runtime.json.GeneratedUnion;
import io.github.clearstreet.runtime.json.PlainFields;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The text of a parameter before it is encoded: decimals without an exponent, everything else as it says itself. */
public final class ParameterText implements Param.Expander {
    @Override
    public String expand(Object value) {
        return of(value);
    }

    static String json(Object value) {
        if (value instanceof JsonModel model) {
            return model.toJson();
        }
        Object plain = value instanceof GeneratedUnion union
                ? union.toPlain()
                : value instanceof OpenEnum constant
                        ? constant.value()
                        : value instanceof Map ? PlainFields.of(value) : value;
        return new String(Codecs.OBJECT.write(plain), StandardCharsets.UTF_8);
    }

    static String of(Object value) {
        if (value instanceof OpenEnum constant) {
            return constant.value(); // its toString is for people
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
