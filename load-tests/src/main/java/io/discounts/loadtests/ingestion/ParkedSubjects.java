package io.discounts.loadtests.ingestion;

import io.discounts.service.devservers.Streams;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Discounts whose first event no schema allows: all that follows of them queues as dead letters, each once and in the
 * order in which it was taken up, which no guard of versions can put right afterwards.
 */
final class ParkedSubjects {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PROVIDERS =
            List.of(Streams.PARTNER_PROMOTIONS, Streams.PRIME_BENEFITS, Streams.MARKETING_CAMPAIGNS);
    private static final String PREFIX = "parked-";

    private final int subjects;
    private int told;

    ParkedSubjects(int subjects) {
        this.subjects = subjects;
    }

    /** The changes, with one more of a parked subject behind every {@code each} of them. */
    List<Change> among(List<Change> changes, int each) {
        var all = new ArrayList<Change>();
        for (int i = 0; i < changes.size(); i++) {
            all.add(changes.get(i));
            if (i % each == each - 1) {
                all.add(next());
            }
        }
        return List.copyOf(all);
    }

    /** How many letters there must be in the end. */
    int told() {
        return told;
    }

    /** Whether this is the one no schema allows. */
    static boolean isPoison(Change change) {
        return change instanceof Change.Published published && published.percent() == 0;
    }

    private Change next() {
        var number = told % subjects;
        var version = 1 + told / subjects;
        told++;
        return new Change.Published(
                PROVIDERS.get(number % PROVIDERS.size()),
                PREFIX + number,
                version,
                version == 1 ? 0 : 1 + version % 90,
                Set.of("s-1"),
                false);
    }

    /** The queues as they are kept, by subject, the letter that was kept first in front. */
    Map<String, Queue> queues(JdbcClient jdbc) {
        var queues = new TreeMap<String, Queue>();
        jdbc.sql("SELECT id, stream, shard_id, payload FROM dead_letter ORDER BY id")
                .query(row -> {
                    var id = row.getLong(1);
                    var event = JSON.readTree(row.getBytes(4)).get("data");
                    var subject =
                            row.getString(2) + "/" + event.get("externalId").asString();
                    var queue = queues.computeIfAbsent(subject, first -> new Queue(id));
                    queue.take(row.getString(3), event.get("version").asLong());
                });
        return queues;
    }

    /** A subject's dead letters. */
    static final class Queue {
        private final long head;
        private final List<Long> versions = new ArrayList<>();
        private final Set<String> shards = new TreeSet<>();

        Queue(long head) {
            this.head = head;
        }

        /** The id of the first. */
        long head() {
            return head;
        }

        int size() {
            return versions.size();
        }

        /** How many shards its records came by. */
        int shards() {
            return shards.size();
        }

        /** Whether it holds all from the first on, in order and once. */
        boolean isInOrder() {
            for (int i = 0; i < versions.size(); i++) {
                if (versions.get(i) != i + 1) {
                    return false;
                }
            }
            return true;
        }

        List<Long> versions() {
            return List.copyOf(versions);
        }

        void take(String shard, long version) {
            shards.add(shard);
            versions.add(version);
        }
    }
}
