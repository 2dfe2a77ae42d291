package io.discounts.sdk.rollout;

import dev.openfeature.sdk.FeatureProvider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where flags may come from out of the box, in flagd's format and with its evaluation. The host adds {@code
 * dev.openfeature.contrib.providers:flagd} itself: it is heavier than all the rest of the SDK.
 */
public final class FlagSources {
    private static final Duration WATCH_EVERY = Duration.ofMillis(200);

    private FlagSources() {}

    /**
     * A file of flags, looked at five times a second. It need not exist yet. While it is gone, unreadable or half-written,
     * the last values stay.
     *
     * @throws IllegalStateException without flagd's provider on the class path
     */
    public static FeatureProvider file(Path path) {
        return withFlagd(() -> Flagd.file(path, WATCH_EVERY));
    }

    /**
     * A flagd, or whatever else serves its sync protocol, without TLS. Flags are streamed here and evaluated in this process.
     *
     * @param port 8015 unless it was changed
     * @throws IllegalStateException without flagd's provider on the class path
     */
    public static FeatureProvider flagd(String host, int port) {
        return withFlagd(() -> Flagd.inProcess(host, port));
    }

    private static FeatureProvider withFlagd(Supplier<FeatureProvider> source) {
        try {
            return source.get();
        } catch (NoClassDefFoundError missing) {
            throw new IllegalStateException("add dev.openfeature.contrib.providers:flagd to read such flags", missing);
        }
    }
}
