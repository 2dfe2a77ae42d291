package io.discounts.service.catalog;

import io.discounts.service.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Rebuilds in tables beside the live ones, which change their names with them. */
final class JdbcCatalogRebuild implements CatalogRebuild {
    private static final Logger log = LoggerFactory.getLogger(JdbcCatalogRebuild.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final CatalogGate gate;
    private final ShadowCatalog shadow;
    private final Outbox outbox;
    private final ShadowTables tables;

    JdbcCatalogRebuild(JdbcTemplate jdbc, TransactionTemplate transaction, Outbox outbox, CandidateSearch search) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.snapshot = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.gate = new CatalogGate(jdbc);
        this.shadow = new ShadowCatalog(gate, new CatalogWrites(jdbc, CatalogTables.SHADOW), search);
        this.outbox = outbox;
        this.tables = new ShadowTables(jdbc);
    }

    @Override
    public void begin() {
        do {
            shadowed(false);
        } while (!madeAlone());
        log.atInfo().log("a shadow catalog has begun");
    }

    /** False if somebody else has begun since: there must never be a gate that tells of tables which are not there. */
    private boolean madeAlone() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (gate.shut().shadowed()) {
                return false;
            }
            tables.create();
            gate.turn(true);
            return true;
        }));
    }

    @Override
    public boolean begun() {
        return gate.look().shadowed();
    }

    @Override
    public DiscountCatalog shadow() {
        return shadow;
    }

    @Override
    public CatalogChecksum live() {
        return new JdbcChecksum(jdbc, CatalogTables.LIVE).read();
    }

    @Override
    public CatalogComparison compare() {
        if (!begun()) {
            throw new IllegalStateException("there is no shadow");
        }
        return Objects.requireNonNull(snapshot.execute(
                status -> new CatalogComparison(live(), new JdbcChecksum(jdbc, CatalogTables.SHADOW).read())));
    }

    @Override
    public SwapOutcome swap() {
        var seen = gate.look();
        if (!seen.shadowed()) {
            return new SwapOutcome.NotBegun();
        }
        var carriedOver = carryOver(seen);
        return Objects.requireNonNull(transaction.execute(status -> swapAlone(seen, carriedOver)));
    }

    @Override
    public void end() {
        shadowed(false);
        transaction.executeWithoutResult(status -> {
            if (!gate.shut().shadowed()) {
                tables.drop();
            }
        });
    }

    /**
     * Needs nobody shut out: what is written live meanwhile is written to the shadow as well, and versions decide. Into
     * another shadow than the one that was seen nothing is carried.
     *
     * @return how many changes the shadow did not know
     */
    private long carryOver(CatalogGate.Turn seen) {
        var carried = new AtomicLong();
        new Laggards(jdbc).forEach(changes -> {
            List<ChangeOutcome> outcomes = Objects.requireNonNull(
                    transaction.execute(status -> gate.enterTurn().equals(seen) ? shadow.apply(changes) : List.of()));
            carried.addAndGet(
                    outcomes.stream().filter(ChangeOutcome.APPLIED::equals).count());
        });
        return carried.get();
    }

    /**
     * The turn is begun and the message commits after the tables have been renamed: whoever hears it finds the new ones, and a
     * swap that was too busy is none.
     */
    private SwapOutcome swapAlone(CatalogGate.Turn seen, long carriedOver) {
        var now = gate.shut();
        if (!now.equals(seen)) {
            return now.shadowed() ? new SwapOutcome.Overtaken() : new SwapOutcome.NotBegun();
        }
        var swapped = tables.swap();
        if (swapped.isEmpty()) {
            return new SwapOutcome.Busy();
        }
        var generation = swapped.get();
        gate.turn(true);
        outbox.append(
                RedisInvalidations.TOPIC,
                Invalidations.write(List.of(new Invalidation.OfEverything(generation.version(0)))));
        log.atInfo()
                .addKeyValue("generation", generation.number())
                .addKeyValue("carriedOver", carriedOver)
                .log("the shadow catalog is live, and the live one is the shadow");
        return new SwapOutcome.Swapped(generation.number(), carriedOver);
    }

    private void shadowed(boolean shadowed) {
        transaction.executeWithoutResult(status -> {
            gate.shut();
            gate.turn(shadowed);
        });
    }
}
