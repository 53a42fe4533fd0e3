package dev.torii.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// models <- engine <- views <- app, no cycles between features, and each layer's own bans.
class LayersTest {
    private static final JavaClasses TORII = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.torii");

    @Test
    void modelsKnowTheJdkAlone() {
        check(classes()
                .that()
                .resideInAPackage("dev.torii.models..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.torii.models.."));
    }

    @Test
    void engineKnowsNeitherScreenNorServer() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.torii.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..", "io.javalin..", "org.eclipse.jetty..", "dev.torii.views..", "dev.torii.app.."));
    }

    @Test
    void viewsKnowNeitherSqlNorTensorsNorHttp() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.torii.views..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "org.jdbi..",
                        "org.postgresql..",
                        "org.tensorflow..",
                        "ai.djl..",
                        "okhttp3..",
                        "java.net.http..",
                        "dev.torii.app.."));
    }

    @Test
    void sqlStandsInDataAccessClassesAndTheDatabasePackage() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.torii..")
                .and()
                .resideOutsideOfPackage("dev.torii.engine.database..")
                .and()
                .haveNameNotMatching(".*(Dao|Columns|Query)(\\$.*)?")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(
                        With.owner(JavaClass.Predicates.assignableTo("org.jdbi.v3.core.statement.SqlStatement")))));
    }

    @Test
    void featuresOfTheEngineAreFreeOfCycles() {
        check(slices().matching("dev.torii.engine.(*)..").should().beFreeOfCycles());
    }

    @Test
    void partsOfTheEngineAreFreeOfCycles() {
        check(slices().matching("dev.torii.engine.(**)").should().beFreeOfCycles());
    }

    @Test
    void vocabularyIsFreeOfCycles() {
        check(slices().matching("dev.torii.models.(*)..").should().beFreeOfCycles());
    }

    @Test
    void viewsAreFreeOfCycles() {
        check(slices().matching("dev.torii.views.(*)..").should().beFreeOfCycles());
    }

    @Test
    void appIsFreeOfCycles() {
        check(slices().matching("dev.torii.app.(*)..").should().beFreeOfCycles());
    }

    @Test
    void nobodyUsesRandomWithoutSeed() {
        check(noClasses().should().callMethod(Math.class, "random").orShould().callConstructor(Random.class));
    }

    @Test
    void nobodyPrintsStackTraces() {
        check(noClasses().should().callMethod(Throwable.class, "printStackTrace"));
    }

    private static void check(ArchRule rule) {
        rule.check(TORII);
    }
}
