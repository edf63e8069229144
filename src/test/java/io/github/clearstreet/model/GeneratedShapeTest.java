package io.github.clearstreet.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.json.OpenEnum;
import io.github.clearstreet.runtime.json.ValueCodec;

/** What callers may rely on when the specification changes, checked in the compiled classes. */
@AnalyzeClasses(packages = "io.github.clearstreet", importOptions = ImportOption.DoNotIncludeTests.class)
class GeneratedShapeTest {
    /** A public constructor would change with each new field. */
    @ArchTest
    static final ArchRule CONSTRUCTORS_ARE_NOT_PUBLIC = constructors()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..clearstreet.model..")
            .should()
            .notBePublic()
            .andShould()
            .notBeProtected();

    @ArchTest
    static final ArchRule MODELS_ARE_FINAL = classes()
            .that()
            .areAssignableTo(JsonModel.class)
            .or()
            .areAssignableTo(OpenEnum.class)
            .and()
            .resideInAPackage("..clearstreet.model..")
            .should()
            .haveOnlyFinalFields()
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .bePublic();

    @ArchTest
    static final ArchRule FIELDS_ARE_NOT_PUBLIC = fields().that()
            .areDeclaredInClassesThat()
            .implement(JsonModel.class)
            .should()
            .notBePublic()
            .andShould()
            .beFinal();

    @ArchTest
    static final ArchRule CODECS_ARE_FINAL = classes()
            .that()
            .areAssignableTo(ValueCodec.class)
            .and()
            .resideInAPackage("..clearstreet.model..")
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule MODELS_KNOW_ANNOTATIONS_ONLY = noClasses()
            .that()
            .resideInAnyPackage("..clearstreet.model..", "..clearstreet.json..", "..clearstreet.api..")
            .and()
            .resideOutsideOfPackage("..internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..", "tools.jackson..");

    @ArchTest
    static final ArchRule PUBLIC_JSON_PACKAGE_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("io.github.clearstreet.json")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.clearstreet.json", "io.github.clearstreet.internal.text", "java..", "org.jspecify..");
}
