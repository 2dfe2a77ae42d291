package io.discounts.loadtests.ingestion;

import io.discounts.service.devservers.Streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Changes of discounts of three providers and of stores, the same from the same seed: each subject has about five
 * versions; one change in eight ends what it is about until the next, one in twenty arrives after its successor.
 */
final class ChangeSequence {
    private static final List<String> PROVIDERS =
            List.of(Streams.PARTNER_PROMOTIONS, Streams.PRIME_BENEFITS, Streams.MARKETING_CAMPAIGNS);
    private static final List<String> CITIES = List.of("MAD", "BCN", "VLC");
    private static final List<String> TYPES = List.of("restaurant", "pharmacy", "groceries");
    private static final int VERSIONS = 5;
    private static final int SHARE_OF_STORES = 10;

    private final Random random;
    private final int subjects;
    private final boolean someLate;
    private final Map<String, Long> versions = new HashMap<>();

    private ChangeSequence(int subjects, boolean someLate, long seed) {
        this.random = new Random(seed);
        this.subjects = Math.max(1, subjects);
        this.someLate = someLate;
    }

    static List<Change> of(int events, long seed) {
        return new ChangeSequence(events / VERSIONS, true, seed).changes(events);
    }

    /** Changes of so many subjects, of each in the order of their versions. */
    static List<Change> rising(int events, int subjects, long seed) {
        return new ChangeSequence(subjects, false, seed).changes(events);
    }

    private List<Change> changes(int events) {
        var changes = new ArrayList<Change>(events);
        var late = new ArrayList<Change>();
        while (changes.size() + late.size() < events) {
            (someLate && random.nextInt(20) == 0 ? late : changes).add(next());
            if (late.size() > 100) {
                changes.add(late.remove(random.nextInt(late.size())));
            }
        }
        changes.addAll(late);
        return List.copyOf(changes);
    }

    private Change next() {
        var number = random.nextInt(subjects);
        var ends = random.nextInt(8) == 0;
        return number % SHARE_OF_STORES == 0 ? store(number, ends) : discount(number, ends);
    }

    private Change discount(int number, boolean ends) {
        var provider = PROVIDERS.get(number % PROVIDERS.size());
        var id = "d-" + number;
        var version = nextVersion(id);
        return ends
                ? new Change.Withdrawn(provider, id, version)
                : new Change.Published(provider, id, version, 1 + random.nextInt(90), stores(), random.nextBoolean());
    }

    private Change store(int number, boolean ends) {
        var id = "s-" + number;
        var version = nextVersion(id);
        return ends ? new Change.Closed(id, version) : new Change.Opened(id, version, oneOf(CITIES), oneOf(TYPES));
    }

    private Set<String> stores() {
        var stores = new TreeSet<String>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            stores.add("s-" + random.nextInt(subjects));
        }
        return stores;
    }

    private String oneOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private long nextVersion(String id) {
        return versions.merge(id, 1L, Long::sum);
    }
}
