package io.discounts.sdk.proof;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the benchmarks, with their allocation: {@code mvn -pl :discounts-sdk-proof -am test -Dtest=BenchmarksRun
 * -Dsurefire.failIfNoSpecifiedTests=false}, and {@code -Dbenchmarks="Service -f 3"} as JMH takes it.
 */
class BenchmarksRun {
    @Test
    void measuresAll() throws Exception {
        var given = System.getProperty("benchmarks", "Benchmark").split(" ", -1);
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(given))
                .addProfiler(GCProfiler.class)
                .build();

        assertThat(new Runner(options).run()).isNotEmpty();
    }
}
