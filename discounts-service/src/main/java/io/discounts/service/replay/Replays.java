package io.discounts.service.replay;

import io.discounts.service.ingestion.IngestionProperties;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/**
 * Replays as operators order and follow them. An order is written down and run by whichever instance is free; who ordered
 * and who cancelled stays written. Safe for use by any thread. All throw a
 * {@link org.springframework.dao.DataAccessException} if the database does not answer.
 */
@Component
public class Replays {
    private final JdbcReplays replays;
    private final ReplayLocations locations;
    private final List<IngestionProperties.Stream> streams;
    private final ReplayMetrics metrics;

    Replays(JdbcReplays replays, ReplayLocations locations, IngestionProperties ingestion, ReplayMetrics metrics) {
        this.replays = replays;
        this.locations = locations;
        this.streams = ingestion.streams();
        this.metrics = metrics;
    }

    /**
     * Orders a replay.
     *
     * @param actor who wants it
     */
    public ReplayOrdered order(ReplayOrder order, String actor) {
        var provider = order.provider();
        if (provider != null
                && streams.stream().noneMatch(stream -> stream.provider().equals(provider))) {
            return new ReplayOrdered.UnknownProvider();
        }
        if (!locations.allow(order.location())) {
            return new ReplayOrdered.LocationNotAllowed();
        }
        if (order.intoShadow() && replays.isShadowAwaited(0)) {
            return new ReplayOrdered.ShadowTaken();
        }
        var id = replays.add(order, ReplayOrigin.API, actor);
        metrics.ordered();
        return new ReplayOrdered.Ordered(replays.find(id).orElseThrow());
    }

    public Optional<Replay> find(long id) {
        return replays.find(id);
    }

    /** By id, beginning behind one; 0 for the first. */
    public List<Replay> page(long behind, int limit) {
        return replays.page(behind, limit);
    }

    /**
     * Ends a replay; what it has applied stays, and from now on it applies nothing more.
     *
     * @param actor who does not want it any more
     * @return as it is then, also if it had ended before; empty if there is none
     */
    public Optional<Replay> cancel(long id, String actor) {
        replays.cancel(id, actor);
        return replays.find(id);
    }
}
