package io.discounts.sdk.rollout;

import dev.openfeature.sdk.FeatureProvider;
import io.discounts.sdk.Operation;
import io.discounts.sdk.internal.evidence.Counts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;

/**
 * Where calls go by the flags: {@code kill switch ▷ guard ▷ flags ▷ LOCAL}, the first that has a say. Flags are read behind
 * the callers, who find their last good values in memory. Made by {@link #from}; safe for use by many threads; to be closed.
 */
public final class Rollout implements Routes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rollout.class);
    private static final int MOST_READINGS = 100;

    private final KillSwitch killSwitch = new KillSwitch();
    private final Counts<Reading> readings = new Counts<>(MOST_READINGS, Reading.OTHER);
    private final Optional<Guard> guard;
    private final Routes routes;
    private final FlagReader reader;
    private volatile FlagValues values = FlagValues.UNREAD;

    Rollout(FeatureProvider provider, RolloutBuilder.Choices choices) {
        var flags = new FlagRoutes(() -> values, new StickyBucket(choices.salt()));
        this.guard = choices.guard();
        this.routes = killSwitch.over(guard.map(it -> it.over(flags)).orElse(flags));
        FlagObserver observer = (key, reason, error) -> {
            readings.add(new Reading(key, reason, error));
            choices.observer().read(key, reason, error);
        };
        this.reader = FlagReader.start(provider, choices.readEvery(), observer, this::flagsAre);
    }

    /**
     * Flags of an OpenFeature provider, one of {@link FlagSources} or any other. It must be for this rollout alone, which
     * initialises it and shuts it down.
     */
    public static RolloutBuilder from(FeatureProvider provider) {
        return new RolloutBuilder(provider);
    }

    @Override
    public Route route(Operation operation, RouteKey key) {
        return routes.route(operation, key);
    }

    /** For hands and code; it works without any flag. */
    public KillSwitch killSwitch() {
        return killSwitch;
    }

    /** What the flag of the operation said last; empty until it was read for the first time. */
    public Optional<Staging> staging(Operation operation) {
        return Optional.ofNullable(values.of(operation));
    }

    /** Who steps operations down; empty without one. */
    public Optional<Guard> guard() {
        return guard;
    }

    /** How flags were read so far, the most frequent outcome first; some hundred different ones are told apart. */
    public List<FlagReading> readings() {
        return readings.list((reading, times) -> new FlagReading(reading.flag, reading.reason, reading.error, times));
    }

    /** Stops reading flags and shuts their provider down. What was read stays. */
    @Override
    public void close() {
        reader.close();
    }

    private void flagsAre(FlagValues news) {
        killSwitch.flagged(news.killed());
        if (!news.equals(values)) {
            LOG.atInfo()
                    .addKeyValue("killed", news.killed())
                    .addKeyValue("search", news.search())
                    .addKeyValue("evaluate", news.evaluate())
                    .log("discounts: flags have changed");
            values = news;
        }
    }

    /** What readings have in common. */
    private record Reading(
            String flag, String reason, @Nullable String error) {
        static final Reading OTHER = new Reading("other", "other", null);
    }
}
