package io.github.clearstreet.specification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.openapitools.codegen.languages.JavaClientCodegen;

/** Names of Java for names of a document, by the generator's own rules; those that are taken are told apart. */
final class Names {
    /** What the class of an enum calls its own, or what its code would take for one of its constants. */
    private static final Set<String> USED_IN_ENUMS =
            Set.of("KNOWN_VALUES", "known", "Known", "CONSTANTS", "JsonCreator", "JsonValue", "List");

    /** What would hide a class that generated code uses, or that the generator takes for a type of its own. */
    private static final Set<String> CLASSES = Set.of(
            "AnyType,ApiDescription,Array,ArrayList,Arrays,BigDecimal,BigInteger,BodyWriter,Boolean,Builder,ByteArray,Class,Codec,Codecs,CompletableFuture,Date,DateTime,"
                    .concat(
                            "Deprecated,Double,FieldNames,File,FileContent,Float,FormFields,GeneratedModel,GeneratedUnion,HashMap,HashSet,Headers,HeaderText,IOException,")
                    .concat(
                            "IllegalArgumentException,Immutable,Instant,Integer,JsonCreator,JsonForm,JsonModel,JsonNullable,JsonReader,JsonValue,")
                    .concat(
                            "JsonWriter,Known,Leftovers,LinkedHashMap,LinkedHashSet,List,LocalDate,LocalDateTime,LocalTime,Long,Map,Model,")
                    .concat(
                            "ModelCodec,ModelCodecs,Nullable,Null,Number,Object,OffsetDateTime,OpenEnum,OpenEnumCodec,Operation,OperationForm,OperationQuery,OperationResult,Optional,")
                    .concat(
                            "Override,Param,ParameterText,PathSegment,QueryMap,QueryParameters,Request,RequestLine,ResponseReader,ResultReader,SecurityScheme,Set,Short,String,")
                    .concat(
                            "SuppressWarnings,Timestamp,URI,URL,UUID,UnionCodec,UnreadableValueException,ValueCodec,Violation,Value,Void")
                    .split(","));
    /** What every generated class has, and the words of Java that the generator lets through. */
    private static final Set<String> MEMBERS = Set.of(
            ("true,false,null,yield,in,field,builder,toBuilder,leftovers,modelCodec,modelValues,toJson,toPlain,violations,additionalProperties,"
                            + "hashCode,toString,getClass,notify,notifyAll,wait,clone,finalize")
                    .split(","));

    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("notify", "notifyAll", "wait", "getClass", "hashCode", "toString", "clone", "finalize");

    private final JavaClientCodegen rules = new JavaClientCodegen();
    private final Set<String> classes = new HashSet<>();

    Names() {
        rules.setEnumPropertyNaming("original");
        rules.additionalProperties().put("enumPropertyNaming", "original");
    }

    /** Returns a class name that no other has, also where upper and lower case are one, as on many disks. */
    String claimClass(String name) {
        String wanted = className(name);
        String free = wanted;
        for (int i = 2; isTaken(free); i++) {
            free = wanted + i;
        }
        classes.add(lower(free));
        return free;
    }

    /** Returns a name for a class within an interface, which hides no other. */
    String nestedClass(String name) {
        String free = CLASSES.contains(name) ? name + "Value" : name;
        while (isTaken(free)) {
            free += "Value";
        }
        return free;
    }

    private boolean isTaken(String name) {
        String lower = lower(name);
        return classes.contains(lower)
                || classes.contains(lower + "codec")
                || (lower.endsWith("codec") && classes.contains(lower.substring(0, lower.length() - 5)));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns the class name for a schema, whoever else has it. */
    String className(String schema) {
        String name = rules.toModelName(ascii(schema));
        if (name.isEmpty()) {
            return "ModelUnnamed";
        }
        if (!CLASSES.contains(name)) {
            return name;
        }
        if (CLASSES.contains("Model" + name)) {
            return "Model" + name + "Value";
        }
        return name.endsWith("Codec") ? name + "Model" : "Model" + name;
    }

    String tag(String tag) {
        String name = rules.sanitizeTag(ascii(tag));
        return name.isEmpty() ? "Default" : name;
    }

    /** The interfaces of a tag are called after it, so that no schema is. */
    void reserveTag(String tag) {
        String api = lower(rules.toApiName(tag(tag)));
        classes.add(api);
        classes.add(api + "async");
    }

    String operation(String operationId) {
        String text = ascii(operationId);
        String name = rules.toOperationId(text.matches(".*[A-Za-z0-9].*") ? text : "operation_" + text);
        return OF_EVERY_OBJECT.contains(name) ? rules.toOperationId("call_" + name) : name;
    }

    /** A file cannot be called like that everywhere: 订单 becomes U8ba2U5355. */
    private static String ascii(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (c < 128 || !Character.isJavaIdentifierPart(c)) {
                text.appendCodePoint(c < 128 ? c : '_');
            } else {
                text.append('U').append(Integer.toHexString(c));
            }
        });
        return text.toString();
    }

    /**
     * Returns a member name for each property. Of names that are one in Java the last in the order of ASCII keeps it, and each
     * before it gets an underscore more.
     */
    Map<String, String> members(List<String> properties, Set<String> taken) {
        return unique(properties, name -> member(name), Comparator.reverseOrder(), taken);
    }

    private String member(String property) {
        String name = identifier(isAscii(property) ? rules.toVarName(property) : property);
        String valid = name.isEmpty() ? "_" + Integer.toHexString(property.hashCode()) : name;
        return MEMBERS.contains(valid) ? valid + "Value" : valid;
    }

    /** Returns a constant for each value of an enum. */
    Map<String, String> constants(String className, List<String> values, boolean isNumeric) {
        Set<String> taken = new HashSet<>(USED_IN_ENUMS);
        taken.add(className);
        return unique(values, value -> constant(value, isNumeric), null, taken);
    }

    private String constant(String value, boolean isNumeric) {
        return switch (value) {
            case "Known" -> "KNOWN_VALUE";
            case "UNRECOGNIZED" -> "UNRECOGNIZED_VALUE";
            default -> identifier(rules.toEnumVarName(value, isNumeric ? "Integer" : "String"));
        };
    }

    private static Map<String, String> unique(
            List<String> texts,
            Function<String, String> rule,
            @org.jspecify.annotations.Nullable Comparator<String> order,
            Set<String> taken) {
        List<String> ordered = new ArrayList<>(texts);
        if (order != null) {
            ordered.sort(order);
        }
        Set<String> used = new HashSet<>(taken);
        Map<String, String> names = new HashMap<>();
        for (String text : ordered) {
            String name = rule.apply(text);
            while (!used.add(name)) {
                name += "_";
            }
            names.put(text, name);
        }
        return names;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    /** Keeps letters of any script. */
    private static String identifier(String text) {
        StringBuilder name = new StringBuilder();
        text.codePoints()
                .forEach(c -> name.appendCodePoint(
                        Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) ? c : '_'));
        if (name.length() == 0 || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
            name.insert(0, '_');
        }
        String result = name.toString();
        return result.equals("_") || javax.lang.model.SourceVersion.isKeyword(result) ? result + "_" : result;
    }
}
