package io.discounts.loadtests.data;

import io.discounts.service.devservers.Streams;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All of a marketplace and what its providers have published: the same for the same seed and size, whatever it is written as.
 *
 * @param days over which discounts were told, one after the other
 */
public record Dataset(Marketplace marketplace, List<Subjects> subjects, LocalDate firstDay, int days) {
    private static final double PRIME_SHARE = 0.02;
    private static final double CAMPAIGN_SHARE = 0.10;
    private static final int SEGMENT_SUBJECTS = 20_000;
    private static final int TABLE_FILE_SUBJECTS = 100_000;
    private static final int SAMPLES = 20;
    private static final int SAMPLE_SUBJECTS = 20;

    /**
     * Draws what is common to all.
     *
     * @param discounts how many there are in the end, tombstones among them
     * @param until the day after the last on which something was told
     */
    public static Dataset of(long seed, long discounts, int stores, LocalDate until, int days) {
        var marketplace = Marketplace.of(seed, stores);
        var firstDay = until.minusDays(days);
        var benefits = (long) (discounts * PRIME_SHARE / 3);
        var campaigns = (long) (discounts * CAMPAIGN_SHARE);
        var promotions = discounts - 3 * benefits - campaigns;
        var subjects = new ArrayList<Subjects>();
        subjects.add(subjects(marketplace, new PartnerPromotions(), promotions, firstDay, days));
        subjects.add(subjects(marketplace, new PrimeBenefits(benefits), benefits, firstDay, days));
        subjects.add(subjects(marketplace, new MarketingCampaigns(campaigns), campaigns, firstDay, days));
        return new Dataset(marketplace, List.copyOf(subjects), firstDay, days);
    }

    /** How many there are in the end, tombstones among them. */
    long discounts() {
        return subjects.stream()
                .mapToLong(some -> some.count() * some.provider().discountsEach())
                .sum();
    }

    long stores() {
        return marketplace.markets().stream()
                .mapToLong(market -> market.stores().size())
                .sum();
    }

    /** A provider's, the likelier the more things it has. */
    Subjects drawn(Chance chance) {
        var at = chance.below(subjects.stream().mapToLong(Subjects::count).sum());
        for (var some : subjects) {
            if (at < some.count()) {
                return some;
            }
            at -= some.count();
        }
        throw new IllegalStateException("a number beyond all of them");
    }

    /** Other data have another; so have those that a changed generator makes of the same seed. */
    String fingerprint() throws IOException {
        return Fingerprint.of(this);
    }

    List<Part> canonicalLog() {
        return Stream.concat(storeLog(), subjects.stream().flatMap(some -> log(some, new CanonicalFormat())))
                .toList();
    }

    List<Part> nativeLog() {
        return Stream.concat(storeLog(), subjects.stream().flatMap(some -> log(some, ownFormat(some.provider()))))
                .toList();
    }

    List<Part> tables() {
        return Stream.concat(storeTable(), subjects.stream().flatMap(Dataset::table))
                .toList();
    }

    /** All stores, and of each provider's discounts some from first to last. */
    List<Part> sampleOfTables() {
        return Stream.concat(storeTable(), subjects.stream().flatMap(Dataset::sampleOfTable))
                .toList();
    }

    private static Subjects subjects(
            Marketplace marketplace, Provider provider, long count, LocalDate firstDay, int days) {
        return new Subjects(
                marketplace,
                provider,
                count,
                firstDay.atStartOfDay(ZoneOffset.UTC).toInstant(),
                Duration.ofDays(days));
    }

    private static EventFormat ownFormat(Provider provider) {
        return switch (provider.name()) {
            case Streams.PARTNER_PROMOTIONS -> new PartnerFormat();
            case Streams.PRIME_BENEFITS -> new PrimeFormat();
            case Streams.MARKETING_CAMPAIGNS -> new CampaignFormat();
            default -> throw new IllegalArgumentException(provider.name());
        };
    }

    private Stream<StoreChanges> storeChanges() {
        return marketplace.markets().stream().map(market -> new StoreChanges(marketplace.seed(), market));
    }

    /** Stores open on the first day. */
    private Stream<Part> storeLog() {
        var parts = new ArrayList<Part>();
        var time = firstDay.atStartOfDay(ZoneOffset.UTC).toInstant();
        storeChanges()
                .forEach(some ->
                        parts.add(new StoreLogPart(new LogFile(Streams.STORES, firstDay, parts.size()), some, time)));
        return parts.stream();
    }

    private Stream<Part> log(Subjects some, EventFormat format) {
        var parts = new ArrayList<Part>();
        for (int day = 0; day < days; day++) {
            var until = some.firstAt(Duration.ofDays(day + 1L));
            int part = 0;
            for (long from = some.firstAt(Duration.ofDays(day)); from < until; from += SEGMENT_SUBJECTS) {
                var file = new LogFile(some.provider().name(), firstDay.plusDays(day), part++);
                parts.add(new LogPart(file, format, some, from, Math.min(from + SEGMENT_SUBJECTS, until)));
            }
        }
        return parts.stream();
    }

    private Stream<Part> storeTable() {
        return storeChanges()
                .map(some -> new StoreTablePart(some.market().country().lowerCase(), some));
    }

    private static Stream<Part> sampleOfTable(Subjects some) {
        var last = Math.max(0, some.count() - SAMPLE_SUBJECTS);
        return IntStream.range(0, SAMPLES).mapToObj(at -> {
            var from = at * last / (SAMPLES - 1);
            var name = "%s-%04d".formatted(some.provider().name(), at);
            return new DiscountTablePart(name, some, from, Math.min(from + SAMPLE_SUBJECTS, some.count()));
        });
    }

    private static Stream<Part> table(Subjects some) {
        var parts = new ArrayList<Part>();
        for (long from = 0; from < some.count(); from += TABLE_FILE_SUBJECTS) {
            var name = "%s-%04d".formatted(some.provider().name(), parts.size());
            parts.add(new DiscountTablePart(name, some, from, Math.min(from + TABLE_FILE_SUBJECTS, some.count())));
        }
        return parts.stream();
    }
}
