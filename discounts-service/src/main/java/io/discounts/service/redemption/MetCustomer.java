package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A customer who is about: without any uses, or with uses that are loaded once any of them may matter. */
final class MetCustomer {
    private static final MetCustomer WITHOUT_USES = new MetCustomer(null);

    /** What the database has said. A failure is a value, for so it needs no unwrapping. */
    record Loaded(Map<DiscountKey, Long> uses, boolean failed) {
        static final Loaded FAILED = new Loaded(Map.of(), true);
    }

    /** Null: there are no uses at all. */
    private final PossibleUses.@Nullable Mark mark;

    private volatile @Nullable CompletableFuture<Loaded> loading;

    private MetCustomer(PossibleUses.@Nullable Mark mark) {
        this.mark = mark;
    }

    static MetCustomer of(Pseudonym customer, PossibleUses possible) {
        var mark = PossibleUses.Mark.of(customer);
        return possible.mayInclude(mark) ? new MetCustomer(mark) : WITHOUT_USES;
    }

    boolean mayHaveUses() {
        return mark != null;
    }

    boolean mayHaveUsed(DiscountId discount, PossibleUses possible) {
        return mark != null && possible.mayInclude(mark.with(discount));
    }

    @Nullable CompletableFuture<Loaded> loading() {
        return loading;
    }

    synchronized CompletableFuture<Loaded> loadOnce(Supplier<CompletableFuture<Loaded>> load) {
        var running = loading;
        if (running == null) {
            running = load.get();
            loading = running;
        }
        return running;
    }

    /** The next one who asks loads again. */
    synchronized void dropLoad(CompletableFuture<Loaded> failed) {
        if (loading == failed) {
            loading = null;
        }
    }
}
