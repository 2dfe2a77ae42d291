package io.discounts.service.redemption;

import io.discounts.fixtures.SettableClock;
import io.discounts.service.catalog.DiscountRecords;
import io.discounts.service.catalog.OwnCatalog;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.fixtures.DiscountBuilder;
import io.discounts.service.outbox.EventOutbox;
import io.discounts.service.outbox.OutgoingEvent;
import io.discounts.service.redemption.reconciliation.Reconciliation;
import io.discounts.service.redemption.reconciliation.ReconciliationReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Redemptions put together by hand on a schema of their own: clock, ids, chance, locks and failures are the test's. One for
 * all tests, which run one after another.
 */
final class RedemptionStage {
    private static final List<String> TABLES = List.of(
            "redemption",
            "redemption_line",
            "usage_budget",
            "usage_slice",
            "usage_overrun",
            "customer_gate",
            "exclusive_hold",
            "idempotency_key",
            "event_outbox");
    private static final RedemptionStage SHARED = new RedemptionStage();

    private final OwnCatalog catalog = OwnCatalog.open(DevServers.running().database(), "redemptions");
    final MortalDatabase database = new MortalDatabase(catalog.database());
    final SettableClock clock = new SettableClock();
    final JdbcTemplate jdbc = catalog.jdbc();
    final RedemptionMetrics metrics = new RedemptionMetrics(new SimpleMeterRegistry());
    final TransactionTemplate transaction;
    final ScriptedLocks locks;
    final Redemptions redemptions;
    final ProviderUses uses;
    final ExpiringHolds expiring;
    final IdempotentTransaction writes;
    final IdempotencyKeys keys;
    private final Set<String> known = new HashSet<>();
    private final AtomicLong versions = new AtomicLong(1_000);
    private Random random = new Random(1);

    static RedemptionStage shared() {
        return SHARED;
    }

    private static final int SECONDS = 3; // as the service's transactions have

    private RedemptionStage() {
        var mortal = new JdbcTemplate(database);
        var transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        transaction.setTimeout(SECONDS);
        var rows = new JdbcRedemptions(mortal);
        var exclusives = new ExclusiveHolds(mortal);
        locks = new ScriptedLocks(exclusives, clock, database::isDead);
        var budgets = new UsageBudgets(new BudgetRows(mortal), bound -> random.nextInt(bound), metrics);
        var events = new RedemptionEvents(new TableOutbox(mortal));
        var news = new UnheardNews();
        var ending = new Ending(rows, exclusives, budgets, locks, news);
        redemptions =
                redemptions(OwnCatalog.records(database), mortal, rows, exclusives, budgets, news, events, ending);
        uses = new ProviderUses(redemptions, rows, new Overruns(mortal), metrics, transactions, clock);
        keys = new IdempotencyKeys(mortal);
        expiring = new ExpiringHolds(transaction, rows, ending, events, keys, metrics, clock);
        writes = new IdempotentTransaction(transaction, keys, clock);
    }

    private Redemptions redemptions(
            DiscountRecords records,
            JdbcTemplate mortal,
            JdbcRedemptions rows,
            ExclusiveHolds exclusives,
            UsageBudgets budgets,
            HoldNews news,
            RedemptionEvents events,
            Ending ending) {
        var customers = new CustomerLimits(mortal, rows);
        var holding = new Holding(
                records,
                rows,
                new ExclusiveTaking(exclusives, locks, news),
                customers,
                budgets,
                news,
                events,
                metrics,
                () -> RedemptionId.next(clock, random),
                clock);
        var late = new LateTaking(records, rows, exclusives, customers, budgets, news, clock);
        return new Redemptions(holding, late, ending, rows, events, metrics, clock);
    }

    /** As on the first day, but for the catalog. */
    void empty(long seed) {
        database.revive();
        locks.loseAll();
        TABLES.forEach(table -> jdbc.update("DELETE FROM " + table));
        random = new Random(seed);
    }

    GivenDiscounts discounts() {
        return new GivenDiscounts(catalog.live().catalog(), catalog.transaction());
    }

    void given(Discount discount) {
        discounts().given(discount);
    }

    /** For discounts that never change. */
    void givenOnce(String name, DiscountBuilder discount) {
        if (known.add(name)) {
            given(discount.version(nextVersion()).build());
        }
    }

    /** For those that do: who wants them as they were, gives them once more. */
    void givenAgain(String name, DiscountBuilder discount) {
        given(discount.version(nextVersion()).build());
        known.remove(name);
    }

    /** Versions only grow, whoever used the discount before. */
    long nextVersion() {
        return versions.incrementAndGet();
    }

    long token(RedemptionId id) {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT number FROM redemption WHERE id = ?", Long.class, id.value()));
    }

    /** What a key is answered with, past all failures; null if it has not been answered. */
    @Nullable
    String keptReply(Digest key) {
        return new IdempotencyKeys(jdbc)
                .find(key)
                .map(used -> Columns.text(Objects.requireNonNull(used.reply()).body()))
                .orElse(null);
    }

    ReconciliationReport reconciled() {
        return new Reconciliation(catalog.database(), clock, Duration.ofMinutes(1)).check(10);
    }

    /** Where its schema is. */
    Database address() {
        return catalog.address();
    }

    /** Events in the transactions they tell of, and nobody who carries them. */
    private record TableOutbox(JdbcTemplate jdbc) implements EventOutbox {
        @Override
        public void append(List<OutgoingEvent> events) {
            events.forEach(event -> jdbc.update(
                    "INSERT INTO event_outbox (subject, event_id, type, time, data) VALUES (?, ?, ?, ?, ?)",
                    event.subject(),
                    event.id(),
                    event.type(),
                    Columns.utc(event.time()),
                    Columns.bytes(event.data())));
        }
    }

    private record UnheardNews() implements HoldNews {
        @Override
        public void held(ExclusiveHolds.Holder holder) {}

        @Override
        public void ended(DiscountKey discount, RedemptionId redemption) {}

        @Override
        public void used(DiscountKey discount, HolderDigest customer) {}
    }
}
