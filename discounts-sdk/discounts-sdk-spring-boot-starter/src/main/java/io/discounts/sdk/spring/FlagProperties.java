package io.discounts.sdk.spring;

import io.discounts.sdk.rollout.Staging;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the flags come from: a file, a flagd, a FlagSource bean that outranks both, or, without any of them, the two stages here.
 *
 * @param file File of flags in flagd's format, looked at five times a second. Needs dev.openfeature.contrib.providers:flagd.
 * @param flagdHost Host of a flagd whose flags are streamed here. Needs dev.openfeature.contrib.providers:flagd.
 * @param flagdPort Port of flagd's sync protocol.
 * @param search Stage of searches where there is no source of flags, such as "SHADOW" or "VERIFY 10% of customers".
 * @param evaluate Stage of evaluations, and of the writes that follow them, where there is no source of flags.
 * @param readEvery How often flags are read besides when their source tells of a change, a second at most.
 * @param salt Shuffles who is taken into rollouts first.
 */
@ConfigurationProperties("discounts.client.flags")
record FlagProperties(
        @Nullable Path file,
        @Nullable String flagdHost,
        @DefaultValue("8015") int flagdPort,
        @DefaultValue("LOCAL") String search,
        @DefaultValue("LOCAL") String evaluate,
        @DefaultValue("500ms") Duration readEvery,
        @DefaultValue("discounts") String salt) {
    FlagProperties {
        MutuallyExclusiveConfigurationPropertiesException.throwIfMultipleNonNullValuesIn(sources -> {
            sources.put("discounts.client.flags.file", file);
            sources.put("discounts.client.flags.flagd-host", flagdHost);
        });
        requireStage(search);
        requireStage(evaluate);
    }

    private static void requireStage(String words) {
        if (Staging.parse(words).isEmpty()) {
            throw new IllegalArgumentException("no stage: '" + words + "'; say SHADOW, or VERIFY 10% of customers");
        }
    }
}
