package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Packaged;
import io.discounts.loadtests.harness.ServiceBuild;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What runs about reads ask of their options: the service that is to be read. */
final class ReadOptions {
    private ReadOptions() {}

    /**
     * Options {@code packaged}, the folder of a packaged service to be started with its cache, and {@code jvm}, flags of
     * the service's JVM with semicolons between them.
     *
     * @throws IllegalArgumentException if the folder holds no packaged service
     */
    static ServiceBuild build(Options options) {
        var build = options.given("packaged").map(ReadOptions::packaged).orElseGet(ServiceBuild::takenApart);
        return build.with(
                options.given("jvm").map(flags -> List.of(flags.split(";"))).orElse(List.of()));
    }

    private static ServiceBuild packaged(String folder) {
        var packaged = new Packaged(Path.of(folder).toAbsolutePath());
        if (!Files.exists(packaged.cache())) {
            throw new IllegalArgumentException(folder + " holds no packaged service: see load-tests/run package");
        }
        return packaged.withCache();
    }
}
