package io.discounts.sdk.rollout;

import dev.openfeature.contrib.providers.flagd.Config;
import dev.openfeature.contrib.providers.flagd.FlagdOptions;
import dev.openfeature.contrib.providers.flagd.FlagdProvider;
import dev.openfeature.sdk.FeatureProvider;

import java.nio.file.Path;
import java.time.Duration;

/** All that needs flagd's provider on the class path. */
final class Flagd {
    private Flagd() {}

    static FeatureProvider file(Path path, Duration watchEvery) {
        return new FlagdProvider(FlagdOptions.builder()
                .resolverType(Config.Resolver.IN_PROCESS)
                .customConnector(new WatchedFile(path, watchEvery))
                .build());
    }

    static FeatureProvider inProcess(String host, int port) {
        return new FlagdProvider(FlagdOptions.builder()
                .resolverType(Config.Resolver.IN_PROCESS)
                .host(host)
                .port(port)
                .build());
    }
}
