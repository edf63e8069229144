package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of Java for a schema.
 *
 * @param kind what its JSON looks like
 * @param java the type in Java, for example {@code List<Order>}
 * @param codec the expression of its codec
 * @param schema the schema that makes the generator use the same type
 * @param parts the types that a value of this one can have, if it is a union of several
 */
record ValueType(Kind kind, String java, String codec, JsonNode schema, List<ValueType> parts) {
    enum Kind {
        TEXT,
        ENUM,
        NUMBER,
        BOOLEAN,
        LIST,
        MAP,
        MODEL,
        UNION,
        ANY
    }

    static final ValueType STRING = plain(Kind.TEXT, "String", "STRING", "string", null);
    static final ValueType BIG_DECIMAL = plain(Kind.TEXT, "BigDecimal", "BIG_DECIMAL", "string", "decimal");
    static final ValueType INSTANT = plain(Kind.TEXT, "Instant", "INSTANT", "string", "date-time");
    static final ValueType OFFSET_DATE_TIME =
            plain(Kind.TEXT, "OffsetDateTime", "OFFSET_DATE_TIME", "string", "offset-date-time");
    static final ValueType LOCAL_DATE = plain(Kind.TEXT, "LocalDate", "LOCAL_DATE", "string", "date");
    static final ValueType UUID = plain(Kind.TEXT, "UUID", "UUID", "string", "uuid");
    static final ValueType LONG = plain(Kind.NUMBER, "Long", "LONG", "integer", "int64");
    static final ValueType INTEGER = plain(Kind.NUMBER, "Integer", "INTEGER", "integer", "int32");
    static final ValueType BIG_INTEGER = plain(Kind.NUMBER, "BigInteger", "BIG_INTEGER", "string", "big-integer");
    static final ValueType NUMBER = plain(Kind.NUMBER, "BigDecimal", "NUMBER", "number", null);
    static final ValueType BOOLEAN = plain(Kind.BOOLEAN, "Boolean", "BOOLEAN", "boolean", null);
    static final ValueType OBJECT = new ValueType(Kind.ANY, "Object", "Codecs.OBJECT", object(), List.of());
    /** An object of which nothing is said: some servers send other values, too. */
    static final ValueType UNTYPED = new ValueType(Kind.MAP, "Object", "Codecs.OBJECT", object(), List.of());

    static final ValueType FREE_FORM = new ValueType(
            Kind.MAP,
            "Map<String, Object>",
            "Codecs.FREE_FORM",
            object().put("type", "object").put("additionalProperties", true),
            List.of());

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ValueType plain(Kind kind, String java, String codec, String type, @Nullable String format) {
        ObjectNode schema = object().put("type", type);
        if (format != null) {
            schema.put("format", format);
        }
        return new ValueType(kind, java, "Codecs." + codec, schema, List.of());
    }

    static ValueType named(Kind kind, String className, List<ValueType> parts) {
        return new ValueType(
                kind,
                className,
                className + "Codec.INSTANCE",
                object().put("$ref", "#/components/schemas/" + className),
                parts);
    }

    static ValueType list(Typed element) {
        ObjectNode schema = object().put("type", "array");
        schema.set("items", element.type().schema());
        boolean isNullable = element.isNullable() || element.type().kind() == Kind.ANY;
        return new ValueType(
                Kind.LIST,
                "List<" + (isNullable ? "@Nullable " : "") + element.type().java() + ">",
                (isNullable ? "Codecs.listWithNulls(" : "Codecs.list(")
                        + element.type().codec() + ")",
                schema,
                List.of(element.type()));
    }

    static ValueType map(Typed element) {
        if (element.type().kind() == Kind.ANY) {
            return FREE_FORM;
        }
        ObjectNode schema = object().put("type", "object");
        schema.set("additionalProperties", element.type().schema());
        return new ValueType(
                Kind.MAP,
                "Map<String, " + (element.isNullable() ? "@Nullable " : "")
                        + element.type().java() + ">",
                (element.isNullable() ? "Codecs.mapWithNulls(" : "Codecs.map(")
                        + element.type().codec() + ")",
                schema,
                List.of(element.type()));
    }

    boolean isContainer() {
        return kind == Kind.LIST || (kind == Kind.MAP && !equals(UNTYPED));
    }

    /** A type, and whether null is a value as well. */
    record Typed(ValueType type, boolean isNullable) {
        Typed orNull(boolean alsoNull) {
            return alsoNull && !isNullable ? new Typed(type, true) : this;
        }
    }
}
