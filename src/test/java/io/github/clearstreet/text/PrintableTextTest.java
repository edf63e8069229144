package io.github.clearstreet.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreet;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.runtime.request.ResponseContent;
import io.github.clearstreet.sandbox.Fault;
import io.github.clearstreet.sandbox.Sandbox;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;

/** Whatever a server writes, it steers no terminal and begins no line of its own in what the library says of it. */
class PrintableTextTest {
    private static final String ROOT = "io.github.clearstreet";
    private static final List<String> PACKAGES =
            List.of("", ".json", ".model", ".closeout", ".journal", ".runtime.json", ".runtime.request", ".sandbox");

    /** Words for people, beside toString and getMessage. Other accessors give the data as it came. */
    private static final Set<String> WORDS = Set.of("message", "text", "reason", "advice", "getMessage", "toString");

    /** Reports of several lines: each of their lines is printable. */
    private static final Set<String> SEVERAL_LINES = Set.of("FlattenReport", "FlattenAllReport", "Preview");

    /** Made by a call, and tested by one below; or made from a path of the user's own, and from nothing else. */
    private static final Set<String> MADE_BY_CALLS = Set.of("ApiResponse", "FileJournal", "SandboxAccount");

    /** What generated code says of itself, in words of the specification. */
    private static final Set<String> WORDS_OF_THE_SPECIFICATION =
            Set.of("ApiDescription", "Operation", "QueryParameters", "UnreadableResponseException");

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @AutoClose
    private final ClearStreet clearStreet = ClearStreet.builder()
            .baseUrl(sandbox.baseUrl())
            .apiKey(sandbox.apiKey())
            .build();

    @ParameterizedTest
    @MethodSource
    void words_ofEveryPublicType_steerNothingAndForgeNoLine(Class<?> type) throws ReflectiveOperationException {
        Object hostile = HostileValues.of(type);

        for (Method word : words(type)) {
            word.setAccessible(true);
            for (String text : texts(word.invoke(hostile))) {
                assertPrintable(
                        type.getSimpleName() + "." + word.getName(),
                        text,
                        SEVERAL_LINES.contains(type.getSimpleName()));
            }
        }
    }

    static List<Class<?>> words_ofEveryPublicType_steerNothingAndForgeNoLine() {
        String[] packages = PACKAGES.stream().map(name -> ROOT + name).toArray(String[]::new);
        List<Class<?>> types = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packages)) {
            if (isPublicValue(type) && PACKAGES.contains(type.getPackageName().substring(ROOT.length()))) {
                types.add(type.reflect());
            }
        }
        types.removeIf(type -> words(type).isEmpty()
                || MADE_BY_CALLS.contains(type.getSimpleName())
                || WORDS_OF_THE_SPECIFICATION.contains(type.getSimpleName()));
        return types;
    }

    @Test
    void types_thatAreTested_areMany() {
        assertThat(words_ofEveryPublicType_steerNothingAndForgeNoLine()).hasSizeGreaterThan(60);
    }

    @Test
    void response_withHostileText_isPrintable() {
        answerWithAnOrder(200);

        ApiResponse<?> response = clearStreet.positions().closePositions(19816);

        assertPrintable("response", response.toString(), false);
    }

    @ParameterizedTest
    @CsvSource({
        "400, '%s'",
        "422, '{\"error\":{\"code\":1,\"message\":\"%s\"}}'",
        "500, '{\"error\":%s}'",
        "200, '%s'",
        "200, '{\"data\":\"%s\"}'"
    })
    void exception_withHostileText_isPrintableWithAllItsCauses(int status, String body) {
        String text = body.startsWith("{\"") && !body.contains("\"%s\"")
                ? "tr\u001b\u202eue"
                : body.equals("%s") ? HostileValues.TEXT : quoted();
        sandbox.nextCall(Fault.answers(SandboxResponse.json(status, body.formatted(text))));

        Optional<ClearStreetException> failure = failure();

        assertThat(failure).isPresent();
        for (Throwable e = failure.get(); e != null; e = e.getCause()) {
            assertPrintable(e.getClass().getSimpleName(), e.toString(), false);
        }
        StringWriter trace = new StringWriter();
        failure.get().printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("\u001b", "\u202e", "\u2028");
    }

    private Optional<ClearStreetException> failure() {
        try {
            clearStreet.positions().closePositions(19816);
            return Optional.empty();
        } catch (ClearStreetException e) {
            return Optional.of(e);
        }
    }

    private void answerWithAnOrder(int status) {
        sandbox.nextCall(Fault.answers(SandboxResponse.json(status, """
                {"data": [{"id": "%1$s", "symbol": "%1$s", "side": "%1$s", "quantity": "%1$s"}],
                 "error": {"code": 1, "message": "%1$s"}, "metadata": {"request_id": "%1$s"}}""".formatted(quoted()))));
    }

    private static String quoted() {
        String json = new ObjectMapper().writeValueAsString(HostileValues.TEXT.replace("\ud800", ""));
        return json.substring(1, json.length() - 1);
    }

    private static boolean isPublicValue(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass()
                        .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC))
                        .orElse(true)
                && !type.isInterface()
                && !type.isEnum()
                && !type.isAnnotation()
                && !type.getSimpleName().endsWith("Builder")
                && (type.getModifiers().contains(JavaModifier.FINAL)
                        || !type.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    private static List<Method> words(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> WORDS.contains(method.getName()) && method.getParameterCount() == 0)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getDeclaringClass() != Object.class)
                // The body as it came, for code that reads it: no words for people.
                .filter(method ->
                        type != ResponseContent.class || !method.getName().equals("text"))
                .filter(method -> !JSON_FIELDS.test(type, method))
                .toList();
    }

    private interface Exemption {
        boolean test(Class<?> type, Method method);
    }

    /** In a model, message and the like are fields of the API. */
    private static final Exemption JSON_FIELDS = (type, method) ->
            type.getPackageName().equals(ROOT + ".model") && !method.getName().equals("toString");

    private static List<String> texts(Object said) {
        if (said instanceof Optional<?> optional) {
            return optional.map(Object::toString).stream().toList();
        }
        return said == null ? List.of() : List.of(said.toString());
    }

    private static void assertPrintable(String name, String text, boolean severalLines) {
        for (String line : text.split(severalLines ? "\n" : "(?!)", -1)) {
            assertThat(line.codePoints().noneMatch(PrintableTextTest::isHidden))
                    .as("%s: %s", name, line.replaceAll("\\p{C}", "#"))
                    .isTrue();
            assertThat(line).as(name).doesNotStartWith(HostileValues.FORGED);
        }
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
