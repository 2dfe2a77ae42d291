package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Streamed;
import io.discounts.service.devservers.Streams;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * News of discounts that are in the data, each a version further than the last, and than all of
 * an earlier run's: what is asked for really changes. All are as
 * likely, so that of popular stores, which have more of them, more is told; but of campaigns for more than a few stores, which
 * are most of a small catalog's, no more often than in one of 25,300,000. Once in eight times a discount is withdrawn, and is
 * back when it is told of again. For one thread.
 */
public final class Revisions {
    private static final double WITHDRAWN_PERCENT = 12.5;
    private static final double FULL_SIZE = 25_300_000;

    private final Dataset data;
    private final Clock clock;
    private final Chance chance;
    /** Above what an earlier run has told of data that are kept. */
    private final long begun;

    private final Map<String, Long> told = new HashMap<>();

    /** @param clock that tells when it happens */
    public Revisions(Dataset data, long seed, Clock clock) {
        this.data = data;
        this.clock = clock;
        this.chance = Chance.of(seed, "revisions", 0);
        this.begun = clock.millis();
    }

    /** At least so many events, in the contract's own words; some of a provider's things come to several discounts. */
    public List<Streamed> next(int events) {
        var next = new ArrayList<Streamed>(events);
        while (next.size() < events) {
            var subjects = data.drawn(chance);
            var newest = subjects.subject(chance.below(subjects.count())).newest();
            if (!isWideCampaign(newest) || chance.percent(100 * data.discounts() / FULL_SIZE)) {
                next.addAll(revised(subjects, newest));
            }
        }
        return next;
    }

    private static boolean isWideCampaign(Statement newest) {
        return newest.changes().getFirst() instanceof DiscountChange.Published published
                && published.id().provider().equals(Streams.MARKETING_CAMPAIGNS)
                && published.discount().scope().named().stores().isEmpty();
    }

    private List<Streamed> revised(Subjects subjects, Statement newest) {
        var step = told.merge(subjects.provider().name() + newest.name(), 1L, Long::sum);
        var withdrawn = chance.percent(WITHDRAWN_PERCENT);
        return newest.changes().stream()
                .map(change -> CanonicalEvent.of(
                        subjects.provider(), newest, revised(change, step, withdrawn), clock.instant()))
                .toList();
    }

    private DiscountChange revised(DiscountChange change, long step, boolean withdrawn) {
        var version = change.version() + begun + step;
        return change instanceof DiscountChange.Published published && !withdrawn
                ? new DiscountChange.Published(revised(published.discount(), version))
                : new DiscountChange.Withdrawn(change.id(), change.region(), version);
    }

    private static Discount revised(Discount discount, long version) {
        return new Discount(
                discount.id(),
                discount.region(),
                version,
                "%s (%d)".formatted(discount.label(), version),
                discount.currency(),
                discount.effect(),
                discount.target(),
                discount.scope(),
                discount.rules(),
                discount.validity(),
                discount.stacking(),
                discount.limits(),
                discount.funding());
    }
}
