package io.discounts.service.ingestion;

import io.discounts.service.catalog.ShardWatermark;
import io.discounts.service.catalog.ShardWatermarks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How ingestion stands, shard by shard: what the database knows of all of them, and this instance of those it reads. */
@Component
public final class IngestionOverview {
    private static final int NAMES = 20;

    private record Shard(String stream, String shardId) implements Comparable<Shard> {
        private static final Comparator<Shard> ORDER =
                Comparator.comparing(Shard::stream).thenComparing(Shard::shardId);

        @Override
        public int compareTo(Shard other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<String, IngestionProperties.Stream> streams;
    private final ShardWatermarks watermarks;
    private final QueuedLetters queues;
    private final IngestionMetrics metrics;

    IngestionOverview(
            IngestionProperties properties,
            ShardWatermarks watermarks,
            QueuedLetters queues,
            IngestionMetrics metrics) {
        this.streams = properties.streams().stream()
                .collect(Collectors.toUnmodifiableMap(IngestionProperties.Stream::name, Function.identity()));
        this.watermarks = watermarks;
        this.queues = queues;
        this.metrics = metrics;
    }

    /**
     * All shards that are read here, have a watermark or have parked subjects, by stream and shard.
     *
     * @throws org.springframework.dao.DataAccessException if the database does not answer
     */
    public List<ShardState> shards() {
        var applied = new TreeMap<Shard, ShardWatermark>();
        watermarks.all().forEach(each -> applied.put(new Shard(each.stream(), each.shardId()), each));
        var parked = new TreeMap<Shard, ParkedShard>();
        queues.parkedShards(NAMES).forEach(each -> parked.put(new Shard(each.stream(), each.shardId()), each));
        var all = new TreeSet<Shard>(applied.keySet());
        all.addAll(parked.keySet());
        metrics.held().forEach((stream, shards) -> shards.forEach(shard -> all.add(new Shard(stream, shard))));
        var states = new ArrayList<ShardState>();
        all.forEach(shard -> states.add(state(shard, applied.get(shard), parked.get(shard))));
        return states;
    }

    private ShardState state(Shard shard, @Nullable ShardWatermark applied, @Nullable ParkedShard parked) {
        var stream = streams.get(shard.stream());
        return new ShardState(
                shard.stream(),
                shard.shardId(),
                stream == null ? null : stream.provider(),
                metrics.age(shard.stream(), shard.shardId()).orElse(null),
                applied == null ? null : applied.appliedUntil(),
                parked == null ? 0 : parked.subjects(),
                parked == null ? List.of() : parked.names());
    }
}
