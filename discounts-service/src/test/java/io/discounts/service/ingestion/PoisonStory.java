package io.discounts.service.ingestion;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.json.DiscountJson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;

/** Many records of many discounts, each in ever newer versions, with poison of every kind scattered among them. */
final class PoisonStory {
    private static final int VERSIONS = 5;
    private static final int DISTANT_STORES = 50;
    private static final String UNSTORABLE_BRAND = "店".repeat(128);

    /** What is wrong with a record, and whether it can be learnt. */
    enum Kind {
        SOUND(true),
        UNKNOWN_TYPE(true),
        SCHEMA_VIOLATION(true),
        ADAPTER_FAILURE(true),
        REFUSED_BY_DATABASE(true),
        NO_CLOUD_EVENT(false),
        NO_JSON(false);

        private final boolean learnable;

        Kind(boolean learnable) {
            this.learnable = learnable;
        }
    }

    private static final List<Kind> POISON = List.of(Kind.values()).subList(1, Kind.values().length);

    /** A record and what it would say if nothing were wrong with it. */
    record Told(Discount discount, Kind kind, String payload) {
        String subject() {
            return discount.region() + "/" + discount.id().externalId();
        }
    }

    private final List<Told> records = new ArrayList<>();

    /**
     * Tells a story, the same for the same seed.
     *
     * @param provider also the stream
     * @param poison how many of the records cannot be applied
     */
    PoisonStory(String provider, int size, int poison, long seed) {
        var random = new Random(seed);
        var places = new TreeSet<Integer>();
        while (places.size() < poison) {
            places.add(random.nextInt(size));
        }
        var discounts = size / VERSIONS;
        var kinds = 0;
        for (int i = 0; i < size; i++) {
            var kind = places.contains(i) ? POISON.get(kinds++ % POISON.size()) : Kind.SOUND;
            records.add(told(provider, i % discounts, 1 + i / discounts, kind));
        }
    }

    List<Told> records() {
        return records;
    }

    /** The payloads that have to be dead letters, in order, by subject; those without one under an empty subject. */
    Map<String, List<String>> letters() {
        var letters = new TreeMap<String, List<String>>();
        for (var told : records) {
            var subject = told.kind() == Kind.NO_JSON ? "" : told.subject();
            if (told.kind() != Kind.SOUND || letters.containsKey(subject)) {
                letters.computeIfAbsent(subject, first -> new ArrayList<>()).add(told.payload());
            }
        }
        return letters;
    }

    /** What the catalog holds of each discount while they are dead letters. */
    Map<String, String> parked() {
        var behind = new HashSet<String>();
        var held = new LinkedHashMap<String, Discount>();
        for (var told : records) {
            if (told.kind() != Kind.SOUND && told.kind() != Kind.NO_JSON) {
                behind.add(told.subject());
            }
            if (told.kind() == Kind.SOUND && !behind.contains(told.subject())) {
                held.put(told.subject(), told.discount());
            }
        }
        return written(held);
    }

    /** What the catalog holds in the end, as if what can be learnt had never been poison and the rest never been said. */
    Map<String, String> healed() {
        var held = new LinkedHashMap<String, Discount>();
        records.stream()
                .filter(told -> told.kind().learnable)
                .forEach(told -> held.put(told.subject(), told.discount()));
        return written(held);
    }

    /** How many records no redrive can apply. */
    long hopeless() {
        return records.stream().filter(told -> !told.kind().learnable).count();
    }

    private static Map<String, String> written(Map<String, Discount> held) {
        var written = new HashMap<String, String>();
        held.forEach((subject, discount) -> written.put(
                discount.id().externalId(), new String(DiscountJson.write(discount), StandardCharsets.UTF_8)));
        return written;
    }

    private static Told told(String provider, int number, int version, Kind kind) {
        var discount = aDiscount()
                .id(provider + ":poison-" + number)
                .version(version)
                .label("version " + version)
                .inStores("poison-" + number % DISTANT_STORES)
                .build();
        return new Told(discount, kind, payload(discount, kind));
    }

    private static String payload(Discount discount, Kind kind) {
        var sound = event(LearningAdapter.PUBLISHED, discount);
        return switch (kind) {
            case SOUND -> sound;
            case UNKNOWN_TYPE -> event(LearningAdapter.NOT_KNOWN_YET, discount);
            case SCHEMA_VIOLATION -> sound.replace("\"EUR\"", "\"euro\"");
            case ADAPTER_FAILURE -> event(LearningAdapter.FAILING, discount);
            case REFUSED_BY_DATABASE ->
                sound.replace("\"scope\":{", "\"scope\":{\"brands\":[\"" + UNSTORABLE_BRAND + "\"],");
            case NO_CLOUD_EVENT -> sound.replace("\"specversion\":\"1.0\",", "");
            case NO_JSON -> "no JSON, but " + discount.id() + " in version " + discount.version();
        };
    }

    private static String event(String type, Discount discount) {
        return """
                {"specversion":"1.0","id":"e-%s-%d","source":"/poison","type":"%s","subject":"%s/%s",\
                "time":"2026-11-22T10:00:00Z","data":%s}""".formatted(
                        discount.id().externalId(),
                        discount.version(),
                        type,
                        discount.region(),
                        discount.id().externalId(),
                        new String(DiscountJson.write(discount), StandardCharsets.UTF_8));
    }
}
