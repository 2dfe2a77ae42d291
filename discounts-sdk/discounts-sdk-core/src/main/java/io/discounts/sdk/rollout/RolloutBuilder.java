package io.discounts.sdk.rollout;

import dev.openfeature.sdk.FeatureProvider;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts a rollout together; all it has not been told has a default. For use by one thread. */
public final class RolloutBuilder {
    private final FeatureProvider provider;
    private final List<FlagObserver> observers = new ArrayList<>();
    private String salt = "discounts";
    private Duration readEvery = Duration.ofMillis(500);
    private @Nullable Guard guard;

    RolloutBuilder(FeatureProvider provider) {
        this.provider = Objects.requireNonNull(provider, "provider");
    }

    /** Shuffles who is taken into rollouts first; another salt, another order. {@code discounts} by default. */
    public RolloutBuilder salt(String newSalt) {
        salt = Objects.requireNonNull(newSalt, "salt");
        return this;
    }

    /** How often flags are read besides when the provider tells of a change: at most a second, every 500 ms by default. */
    public RolloutBuilder readEvery(Duration interval) {
        if (interval.isZero() || interval.isNegative() || interval.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException("flags must be read at least once a second");
        }
        readEvery = interval;
        return this;
    }

    /** Steps operations down when their budgets are burnt; a client with this rollout tells it of its calls. None by default. */
    public RolloutBuilder guard(Guard newGuard) {
        guard = Objects.requireNonNull(newGuard, "guard");
        return this;
    }

    /** One more who learns of every reading of a flag. */
    public RolloutBuilder observer(FlagObserver observer) {
        observers.add(Objects.requireNonNull(observer, "observer"));
        return this;
    }

    /** A rollout that begins to read its flags at once; calls are local until it has. Neither waits nor fails. */
    public Rollout build() {
        var all = List.copyOf(observers);
        FlagObserver observer = (key, reason, error) -> all.forEach(each -> each.read(key, reason, error));
        return new Rollout(provider, new Choices(salt, readEvery, Optional.ofNullable(guard), observer));
    }

    record Choices(String salt, Duration readEvery, Optional<Guard> guard, FlagObserver observer) {}
}
