package io.discounts.sdk.rollout;

import dev.openfeature.sdk.FeatureProvider;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * Where calls go by the flags: {@code kill switch ▷ guard ▷ flags ▷ LOCAL}, the first that has a say. Flags are read behind
 * the callers, who find their last good values in memory. Made by {@link #from}; safe for use by many threads; to be closed.
 */
public final class Rollout implements Routes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rollout.class);
    private static final Route KILLED = new Route(Stage.LOCAL, Reason.KILL_SWITCH);

    private final KillSwitch killSwitch = new KillSwitch();
    private final Routes routes;
    private final FlagReader reader;
    private volatile FlagValues values = FlagValues.UNREAD;

    Rollout(FeatureProvider provider, RolloutBuilder.Choices choices) {
        var flags = new FlagRoutes(() -> values, new StickyBucket(choices.salt()));
        this.routes = choices.guard().map(guard -> guard.over(flags)).orElse(flags);
        this.reader = FlagReader.start(provider, choices.readEvery(), choices.observer(), this::flagsAre);
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
        return killSwitch.isOn() ? KILLED : routes.route(operation, key);
    }

    /** For hands and code; it works without any flag. */
    public KillSwitch killSwitch() {
        return killSwitch;
    }

    /** What the flag of the operation said last; empty until it was read for the first time. */
    public Optional<Staging> staging(Operation operation) {
        return Optional.ofNullable(values.of(operation));
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
}
