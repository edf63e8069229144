package io.github.clearstreet.surface;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Reads what callers can use of generated code: its public classes, methods and constants. The sources are parsed, not
 * compiled, so that nothing else has to be there.
 */
final class JavaSignatures {
    /** Found by the run-time under the generated code alone: codecs, and what finds them. */
    private static final Pattern NOT_FOR_CALLERS =
            Pattern.compile("ModelCodecs|ModelCodec<.*>|UnionCodec<.*>|OpenEnumCodec<.*>");

    private final List<Fact> facts = new ArrayList<>();
    /** How many members have had a name. */
    private final Map<String, Integer> names = new HashMap<>();

    private JavaSignatures() {}

    /** Returns one line for each class and member. The folder may hold other files, too. */
    static List<Fact> of(Path sources) {
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JavaCompiler compiler = Objects.requireNonNull(
                ToolProvider.getSystemJavaCompiler(), "The gate needs a JDK, not only a Java run-time.");
        JavaSignatures signatures = new JavaSignatures();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    unused -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                unit.getTypeDecls().forEach(type -> signatures.addType(type, "", false));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signatures.facts;
    }

    private void addType(Tree tree, String outer, boolean inInterface) {
        if (!(tree instanceof ClassTree type)
                || !isPublic(type.getModifiers(), inInterface)
                || NOT_FOR_CALLERS.matcher(type.getSimpleName()).matches()
                || NOT_FOR_CALLERS.matcher(text(type.getExtendsClause())).matches()) {
            return;
        }
        String name = outer + type.getSimpleName();
        boolean isInterface = type.getKind() == Tree.Kind.INTERFACE;
        facts.add(new Fact(Fact.Kind.CLASS, name, "", List.of(kindOf(type))));
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                addMethod(method, name, isInterface);
            } else if (member instanceof VariableTree constant) {
                addConstant(constant, name, isInterface);
            } else {
                addType(member, name + ".", isInterface);
            }
        }
    }

    private static String kindOf(ClassTree type) {
        return type.getKind().name().toLowerCase(Locale.ROOT)
                + (type.getExtendsClause() == null ? "" : " extends " + text(type.getExtendsClause()));
    }

    private void addMethod(MethodTree method, String owner, boolean inInterface) {
        boolean isOverride = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        if (!isPublic(method.getModifiers(), inInterface) || isOverride) {
            return;
        }
        List<String> details = new ArrayList<>();
        details.add((isNullable(method) ? "@Nullable " : "") + text(method.getReturnType()));
        method.getParameters().forEach(argument -> details.add(text(argument.getType()) + " " + argument.getName()));
        addMember(owner, method.getName() + "/" + method.getParameters().size(), details);
    }

    /** A response that may be null says so before the type, or within a future. */
    private static boolean isNullable(MethodTree method) {
        return (method.getModifiers() + " " + method.getReturnType()).contains("@Nullable");
    }

    /** Constants of an enum are public, too. */
    private void addConstant(VariableTree constant, String owner, boolean inInterface) {
        if (isPublic(constant.getModifiers(), inInterface)) {
            addMember(owner, constant.getName().toString(), List.of(text(constant.getType())));
        }
    }

    /** Tells methods apart that differ in the types of their arguments alone. */
    private void addMember(String owner, String name, List<String> details) {
        int alike = names.merge(owner + " " + name, 1, Integer::sum);
        facts.add(new Fact(Fact.Kind.MEMBER, owner, alike == 1 ? name : name + "/" + alike, details));
    }

    private static boolean isPublic(ModifiersTree modifiers, boolean inInterface) {
        return inInterface
                ? !modifiers.getFlags().contains(Modifier.PRIVATE)
                : modifiers.getFlags().contains(Modifier.PUBLIC);
    }

    /** As it is written, without annotations and without a comma that ends a detail. */
    private static String text(@Nullable Tree type) {
        if (type == null) {
            return "new";
        }
        Tree plain = type instanceof AnnotatedTypeTree annotated ? annotated.getUnderlyingType() : type;
        return plain.toString().replaceAll("@\\w+(\\([^)]*\\))? ?", "").replace(", ", ",");
    }
}
