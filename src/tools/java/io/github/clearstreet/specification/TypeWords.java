package io.github.clearstreet.specification;

import io.github.clearstreet.specification.ValueType.Kind;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that an interface names, and which classes it has to import for its code. */
final class TypeWords {
    private static final Pattern WORD = Pattern.compile("(?<![\\w.$])[A-Z]\\w*");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Map<String, String> KNOWN = Stream.of(
                    "feign.Headers",
                    "feign.Param",
                    "feign.QueryMap",
                    "feign.RequestLine",
                    "io.github.clearstreet.runtime.json.Codecs",
                    "io.github.clearstreet.runtime.request.ApiDescription",
                    "io.github.clearstreet.runtime.request.BodyWriter",
                    "io.github.clearstreet.runtime.request.FileContent",
                    "io.github.clearstreet.runtime.request.FormFields",
                    "io.github.clearstreet.runtime.request.HeaderText",
                    "io.github.clearstreet.runtime.request.Operation",
                    "io.github.clearstreet.runtime.request.OperationForm",
                    "io.github.clearstreet.runtime.request.OperationQuery",
                    "io.github.clearstreet.runtime.request.OperationResult",
                    "io.github.clearstreet.runtime.request.PathSegment",
                    "io.github.clearstreet.runtime.request.QueryParameters",
                    "io.github.clearstreet.runtime.request.ResponseReader",
                    "io.github.clearstreet.runtime.request.ResultReader",
                    "io.github.clearstreet.runtime.request.SecurityScheme",
                    "java.math.BigDecimal",
                    "java.math.BigInteger",
                    "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.OffsetDateTime",
                    "java.util.List",
                    "java.util.Map",
                    "java.util.Optional",
                    "java.util.UUID",
                    "java.util.concurrent.CompletableFuture",
                    "org.jspecify.annotations.Nullable")
            .collect(Collectors.toUnmodifiableMap(name -> name.substring(name.lastIndexOf('.') + 1), name -> name));

    private final Set<String> models = new TreeSet<>();

    /** Returns the type in Java, and notes the models in it. */
    String java(ValueType type) {
        note(type);
        return type.java();
    }

    /** Returns the codec in Java, and notes the models in it. */
    String codec(ValueType type) {
        note(type);
        return type.codec();
    }

    private void note(ValueType type) {
        if (type.kind() == Kind.MODEL || type.kind() == Kind.ENUM || type.kind() == Kind.UNION) {
            models.add(type.java());
            models.add(type.java() + "Codec");
            return;
        }
        type.parts().forEach(this::note);
    }

    /** Returns the classes of the run-time and of Java that the code names. */
    static Set<String> imports(String code) {
        return words(code).filter(KNOWN::containsKey).map(KNOWN::get).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the models and codecs that the code names. */
    Set<String> models(String code) {
        return words(code).filter(models::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String code) {
        return WORD.matcher(TEXT.matcher(code).replaceAll("")).results().map(MatchResult::group);
    }
}
