package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Streamed;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * News of discounts that are in the data, each a version further than the last: what is asked for really changes. All are as
 * likely, so that of popular stores, which have more of them, more is told. Once in eight times a discount is withdrawn, and is
 * back when it is told of again. For one thread.
 */
public final class Revisions {
    private static final double WITHDRAWN_PERCENT = 12.5;
    private static final CanonicalFormat FORMAT = new CanonicalFormat();

    private final Dataset data;
    private final Clock clock;
    private final Chance chance;
    private final Map<String, Long> told = new HashMap<>();

    /** @param clock that tells when it happens */
    public Revisions(Dataset data, long seed, Clock clock) {
        this.data = data;
        this.clock = clock;
        this.chance = Chance.of(seed, "revisions", 0);
    }

    /** At least so many events, in the contract's own words; some of a provider's things come to several discounts. */
    public List<Streamed> next(int events) {
        var next = new ArrayList<Streamed>(events);
        while (next.size() < events) {
            next.addAll(revised());
        }
        return next;
    }

    private List<Streamed> revised() {
        var subjects = subjects();
        var newest = subjects.subject(chance.below(subjects.count())).newest();
        var step = told.merge(subjects.provider().name() + newest.name(), 1L, Long::sum);
        var withdrawn = chance.percent(WITHDRAWN_PERCENT);
        return newest.changes().stream()
                .map(change -> event(subjects.provider(), newest, revised(change, step, withdrawn)))
                .toList();
    }

    /** By how many there are of each provider's. */
    private Subjects subjects() {
        var at =
                chance.below(data.subjects().stream().mapToLong(Subjects::count).sum());
        for (var some : data.subjects()) {
            if (at < some.count()) {
                return some;
            }
            at -= some.count();
        }
        throw new IllegalStateException("a number beyond all of them");
    }

    private static DiscountChange revised(DiscountChange change, long step, boolean withdrawn) {
        var version = change.version() + step;
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

    private Streamed event(Provider provider, Statement newest, DiscountChange change) {
        var time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var line = new ByteArrayOutputStream();
        try {
            FORMAT.write(new Statement(newest.country(), newest.name(), time, List.of(change)), new EventLines(line));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var subject = change.region().code() + '/' + change.id().externalId();
        return new Streamed(
                provider.name(), subject, line.toString(StandardCharsets.UTF_8).strip());
    }
}
