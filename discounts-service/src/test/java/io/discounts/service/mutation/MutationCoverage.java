package io.discounts.service.mutation;

import org.junit.jupiter.api.Test;
import org.pitest.mutationtest.config.PluginServices;
import org.pitest.mutationtest.config.ReportOptions;
import org.pitest.mutationtest.tooling.EntryPoint;
import org.pitest.testapi.TestGroupConfig;
import org.pitest.util.Glob;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Breaks the model and the decisions in a thousand small ways with PIT, and asks whether their tests notice. Minutes long,
 * so it is no {@code *Test} and runs only by name; CONTRIBUTING.md has the command. A test, and not PIT's Maven plugin, for
 * the plugin runs tests on the JDK of Maven, whereas these need the one that the toolchain finds.
 */
class MutationCoverage {
    private static final int LEAST_PERCENTAGE_KILLED = 85;
    private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();
    private static final String REPORT = "target/pit-reports";

    /** It is enough that a property fails; nobody reads by which values, and no mutant's failure helps to find the next. */
    private static final List<String> PROPERTIES =
            List.of("-Djqwik.tries.default=100", "-Djqwik.shrinking.default=OFF", "-Djqwik.database=");

    @Test
    void theTestsNoticeMostMutants() {
        var result =
                new EntryPoint().execute(new File("."), options(), PluginServices.makeForContextLoader(), Map.of());

        assertThat(result.getError()).isEmpty();
        assertThat(result.getStatistics().orElseThrow().getMutationStatistics().getPercentageDetected())
                .as("percentage of mutants killed; the survivors stand in %s/index.html", REPORT)
                .isGreaterThanOrEqualTo(LEAST_PERCENTAGE_KILLED);
    }

    private static ReportOptions options() {
        var options = new ReportOptions();
        options.setReportDir(REPORT);
        options.setShouldCreateTimestampedReports(false);
        options.addOutputFormats(List.of("HTML", "XML"));
        options.setFailWhenNoMutations(true);
        options.setCodePaths(List.of(CLASSES.toString()));
        options.setSourceDirs(List.of(Path.of("src/main/java")));
        options.setInputEncoding(StandardCharsets.UTF_8);
        options.setOutputEncoding(StandardCharsets.UTF_8);
        options.setGroupConfig(new TestGroupConfig());
        options.addChildJVMArgs(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=UTC"));
        options.addChildJVMArgs(PROPERTIES);
        mutate(options);
        return options;
    }

    /** What needs the whole service to be tested is left out, tests and all; so are tests of test code. */
    private static void mutate(ReportOptions options) {
        options.setTargetClasses(List.of("io.discounts.service.discount.*", "io.discounts.service.eligibility.*"));
        options.setExcludedClasses(
                List.of("io.discounts.service.eligibility.web.*", "io.discounts.service.eligibility.*Configuration"));
        options.setTargetTests(Glob.toGlobPredicates(
                List.of("io.discounts.service.discount.*Test", "io.discounts.service.eligibility.*Test")));
        options.setExcludedTestClasses(Glob.toGlobPredicates(
                List.of("io.discounts.service.eligibility.web.*", "io.discounts.service.*.fixtures.*")));
    }
}
