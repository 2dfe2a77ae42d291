package io.discounts.sdk.spring;

import io.discounts.sdk.shadow.CaseOptions;
import io.discounts.sdk.shadow.ShadowOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * How calls are mirrored and compared at the stages SHADOW and VERIFY.
 *
 * @param share Share of the calls that are mirrored, from 0 to 1. With 0 nothing is mirrored.
 * @param noiseShare Share of the mirrored calls for which the own search is asked twice and compared with itself, from 0 to 1.
 * @param deadline How long each side may take to answer a mirrored call.
 * @param ignored Places of answers that are not compared, such as "/discounts/{id}/label".
 * @param salt Secret under which ids of customers are hashed; without one a random one for each process.
 * @param cases Folder in which mismatching calls are kept as cases; without one none are.
 */
@ConfigurationProperties("discounts.client.shadow")
record ShadowProperties(
        @DefaultValue("1") double share,
        @DefaultValue("0.01") double noiseShare,
        @DefaultValue("1s") Duration deadline,
        @DefaultValue Set<String> ignored,
        @Nullable String salt,
        @Nullable Path cases) {
    ShadowProperties {
        // Refused here, a value is told with the property's name.
        ShadowOptions.DEFAULTS.withShare(share).withNoiseShare(noiseShare).withDeadline(deadline);
    }

    ShadowOptions options() {
        var comparison = ShadowOptions.DEFAULTS.comparison();
        for (var place : ignored) {
            comparison = comparison.ignoring(place);
        }
        var options = ShadowOptions.DEFAULTS
                .withShare(share)
                .withNoiseShare(noiseShare)
                .withDeadline(deadline)
                .with(comparison);
        var salted = salt == null ? options : options.withSalt(salt);
        return cases == null ? salted : salted.with(CaseOptions.in(cases));
    }
}
