package io.github.clearstreet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Holds the one direction in which things may know each other: spec, generated code, transport, facade, user. */
@AnalyzeClasses(packages = "io.github.clearstreet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.clearstreet";
    private static final DescribedPredicate<JavaClass> FACADE = resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule generated_code_knows_nothing_above_it = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".api..", ROOT + ".model..")
            .should()
            .dependOnClassesThat(FACADE.or(resideInAnyPackage(
                    ROOT + ".internal.http..", ROOT + ".closeout..", ROOT + ".sandbox..", ROOT + ".cli..")));

    @ArchTest
    static final ArchRule the_json_runtime_knows_nothing_above_it = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".json..", ROOT + ".runtime.json..")
            .should()
            .dependOnClassesThat(FACADE.or(resideInAnyPackage(
                    ROOT + ".api..",
                    ROOT + ".model..",
                    ROOT + ".internal.http..",
                    ROOT + ".closeout..",
                    ROOT + ".sandbox..",
                    ROOT + ".cli..")));

    @ArchTest
    static final ArchRule the_transport_knows_nothing_of_the_facade = noClasses()
            .that()
            .resideInAPackage(ROOT + ".internal.http..")
            .should()
            .dependOnClassesThat(
                    FACADE.or(resideInAnyPackage(ROOT + ".closeout..", ROOT + ".sandbox..", ROOT + ".cli..")));

    @ArchTest
    static final ArchRule the_facade_knows_nothing_above_it = noClasses()
            .that()
            .resideInAPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".closeout..", ROOT + ".sandbox..", ROOT + ".cli..");

    @ArchTest
    static final ArchRule the_journal_knows_nothing_of_the_facade = noClasses()
            .that()
            .resideInAPackage(ROOT + ".journal..")
            .should()
            .dependOnClassesThat(FACADE.or(resideInAnyPackage(
                    ROOT + ".api..",
                    ROOT + ".model..",
                    ROOT + ".internal.http..",
                    ROOT + ".closeout..",
                    ROOT + ".sandbox..",
                    ROOT + ".cli..")));

    @ArchTest
    static final ArchRule the_close_out_sends_through_the_facade_only = noClasses()
            .that()
            .resideInAPackage(ROOT + ".closeout..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    ROOT + ".internal.http..", ROOT + ".sandbox..", ROOT + ".cli..", "feign..", "java.net.http.."));

    @ArchTest
    static final ArchRule the_sandbox_knows_only_the_wire = classes()
            .that()
            .resideInAPackage(ROOT + ".sandbox..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".sandbox..", "java..", "javax.net.ssl..", "com.fasterxml.jackson.core..", "org.jspecify..");

    @ArchTest
    static final ArchRule nothing_at_run_time_needs_databind = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "tools.jackson..");

    @ArchTest
    static final ArchRule only_internal_code_shows_feign_or_jackson_types = methods()
            .that()
            .areDeclaredInClassesThat(
                    not(resideInAnyPackage(ROOT + ".internal..", ROOT + ".runtime..", ROOT + ".api..")))
            .and(visibleToUsers())
            .should(notShowTypesOf("feign", "com.fasterxml.jackson.core"));

    @ArchTest
    static final ArchRule there_is_no_static_mutable_state =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

    /** Feign hands the types of bodies and answers over; looking at them calls nothing. */
    @ArchTest
    static final ArchRule there_is_no_reflection_of_our_own = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.lang.reflect..")
                    .and(not(DescribedPredicate.describe(
                            "a mere description of a type",
                            type -> type.getName().matches("java\\.lang\\.reflect\\.(ParameterizedType|Type)")))));

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    private static DescribedPredicate<JavaCodeUnit> visibleToUsers() {
        return DescribedPredicate.describe(
                "visible to users",
                unit -> unit.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                        && (unit.getModifiers().contains(JavaModifier.PUBLIC)
                                || unit.getModifiers().contains(JavaModifier.PROTECTED)));
    }

    private static ArchCondition<JavaMethod> notShowTypesOf(String... packages) {
        return new ArchCondition<>("not show types of " + String.join(", ", packages)) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> java.util.Arrays.stream(packages).anyMatch(name::startsWith))
                        .forEach(name -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows a type of " + name)));
            }
        };
    }
}
