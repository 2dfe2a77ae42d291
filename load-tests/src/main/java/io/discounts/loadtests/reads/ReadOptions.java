package io.discounts.loadtests.reads;

import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.Generate;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Packaged;
import io.discounts.loadtests.harness.ServiceBuild;
import io.discounts.service.devservers.DevServers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What all runs about reads ask of their options: how large the marketplace is. */
final class ReadOptions {
    /** As many discounts for a store as there are with 1,630,000 and 60,000; the largest country has over 200 stores. */
    private static final int DISCOUNTS = 60_000;

    private static final int ALL_STORES = 2_200;

    private ReadOptions() {}

    /**
     * Options {@code discounts} and {@code all-stores}, beside those of the data; {@code kept}, the folder of a database that is
     * left as it is for the next run. To be asked before the servers are started.
     */
    static Dataset dataset(Options options) {
        options.given("kept").map(Path::of).ifPresent(DevServers::keepDatabaseIn);
        return Generate.dataset(
                options, options.number("discounts", DISCOUNTS), options.number("all-stores", ALL_STORES));
    }

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
