package io.discounts.sdk.testkit;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How the service behaves, request by request and over time. A script is a value: the same turn always gets the same
 * behaviour, and scripts are composed of scripts. A {@link Behaviour} is the script that never changes.
 *
 * <pre>{@code
 * service.plays(first(20, unavailable(), first(3, silence(), healthy())));   // half-open probes that hang
 * service.plays(flapping(Duration.ofSeconds(5), reset()));
 * }</pre>
 */
@FunctionalInterface
public interface Script {
    Behaviour at(Turn turn);

    /** As {@code script} for so many requests, then as {@code next}, which counts from there. */
    static Script first(long requests, Script script, Script next) {
        return turn -> turn.number() < requests ? script.at(turn) : next.at(turn.after(requests));
    }

    /** As {@code script} for so long, then as {@code next}, which tells time from there. */
    static Script during(Duration time, Script script, Script next) {
        return turn -> turn.elapsed().compareTo(time) < 0 ? script.at(turn) : next.at(turn.after(time));
    }

    /** As {@code script} for one period, healthy for the next, and so on. */
    static Script flapping(Duration period, Script script) {
        return turn -> turn.elapsed().dividedBy(period) % 2 == 0 ? script.at(turn) : Behaviours.healthy();
    }

    /** As {@code script} for the paths that begin so, healthy for the rest; connections come about in any case. */
    static Script only(String pathPrefix, Script script) {
        return turn -> turn.path().startsWith(pathPrefix) ? script.at(turn) : Behaviours.healthy();
    }

    /** As {@code script} for a share of the requests, chosen by the seed; healthy for the rest. */
    static Script share(double share, long seed, Script script) {
        return turn -> new SplittableRandom(seed + turn.number()).nextDouble() < share
                ? script.at(turn)
                : Behaviours.healthy();
    }
}
