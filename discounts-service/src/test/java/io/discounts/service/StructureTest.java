package io.discounts.service;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.regex.Pattern;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The house stands as ARCHITECTURE.md draws it. */
@AnalyzeClasses(packages = "io.discounts.service", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {
    private static final Pattern EMPTY_NAMES = Pattern.compile(".*(Impl|Manager|Helper|Utils?|Data|Info|DTO|Dto)");

    @Test
    void modulesUseEachOtherAsTheyDeclare() {
        var modules = ApplicationModules.of(DiscountsServiceApplication.class);

        modules.verify();

        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains(
                        "discount",
                        "provider",
                        "catalog",
                        "ingestion",
                        "eligibility",
                        "outbox",
                        "edge",
                        "ops",
                        "replay");
    }

    @ArchTest
    static final ArchRule theModelIsFreeOfFrameworks = classes()
            .that()
            .resideInAPackage("io.discounts.service.discount")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.discounts.service.discount");

    @ArchTest
    static final ArchRule decidingIsFreeOfSpring = noClasses()
            .that()
            .resideInAPackage("io.discounts.service.eligibility")
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule timeIsPassedIn = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule theClockIsMadeOnce = noClasses()
            .that()
            .doNotHaveSimpleName("DiscountsServiceApplication")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule idsAndChanceArePassedIn = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class);

    @ArchTest
    static final ArchRule namesSaySomething = noClasses().should().haveNameMatching(EMPTY_NAMES.pattern());

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses imported) {
        var packages = imported.stream().map(JavaClass::getPackage).distinct();

        assertThat(packages)
                .allSatisfy(one -> assertThat(one.isAnnotatedWith(NullMarked.class))
                        .as(one.getName())
                        .isTrue());
    }

    @ArchTest
    static final ArchRule theRootHoldsOneClass = classes()
            .that(resideInAPackage("io.discounts.service")
                    .and(simpleName("package-info").negate()))
            .should()
            .haveSimpleName("DiscountsServiceApplication");
}
