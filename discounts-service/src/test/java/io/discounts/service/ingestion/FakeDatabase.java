package io.discounts.service.ingestion;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.catalog.ChangeOutcome;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.catalog.Watermarks;
import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** A database in memory whose transactions are all or nothing and take turns, and which fails on demand. */
final class FakeDatabase extends AbstractPlatformTransactionManager {
    private final List<String> handedOver = new ArrayList<>();
    private static final long serialVersionUID = 1L;

    private record State(
            Map<String, Long> versions,
            FakeLetters.Saved letters,
            @Nullable Instant watermark) {}

    private final transient Queue<DataAccessException> failures = new ArrayDeque<>();
    private final transient Map<String, DataAccessException> refusals = new HashMap<>();
    private final transient ReentrantLock turns = new ReentrantLock();
    private final transient FakeLetters letters = new FakeLetters();
    private transient State committed = new State(Map.of(), letters.save(), null);
    private transient State current = committed;
    private int commits;

    /** The next transaction's first statement fails with this. */
    void failNext(DataAccessException failure) {
        failures.add(failure);
    }

    /** Each batch that holds this discount fails with this. */
    void refuse(String externalId, DataAccessException refusal) {
        refusals.put(externalId, refusal);
    }

    List<String> held() {
        return new TreeMap<>(committed.versions())
                .entrySet().stream()
                        .map(held -> held.getKey() + "@" + held.getValue())
                        .toList();
    }

    List<KeptLetter> letters() {
        return letters.all();
    }

    FakeLetters deadLetters() {
        return letters;
    }

    Map<String, Long> versions() {
        return committed.versions();
    }

    /** Accepts what it refused. */
    void refuseNothing() {
        refusals.clear();
    }

    @Nullable
    Instant watermark() {
        return committed.watermark();
    }

    int commits() {
        return commits;
    }

    DiscountCatalog catalog() {
        return new DiscountCatalog() {
            @Override
            public List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
                return applied(changes);
            }

            @Override
            public CandidateLookup candidates(Region region, List<StoreId> stores, Instant at, Duration patience) {
                throw new AssertionError("ingestion does not read");
            }
        };
    }

    /** The children of shards that have been read to their end. */
    List<String> handedOver() {
        return handedOver;
    }

    Watermarks watermarks() {
        return new Watermarks() {
            @Override
            public void advance(String stream, String shardId, String provider, Instant appliedUntil) {
                current = new State(current.versions(), current.letters(), appliedUntil);
            }

            @Override
            public void handOver(String stream, String shardId, List<String> children) {
                handedOver.addAll(children);
            }

            @Override
            public Map<String, Instant> current() {
                throw new AssertionError("ingestion does not read");
            }
        };
    }

    private List<ChangeOutcome> applied(List<? extends CatalogChange> changes) {
        var failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        var versions = new HashMap<>(current.versions());
        var outcomes = new ArrayList<ChangeOutcome>();
        for (var change : changes) {
            var id = ((DiscountChange) change).id().externalId();
            if (refusals.containsKey(id)) {
                throw refusals.get(id);
            }
            var newer = change.version() > versions.getOrDefault(id, -1L);
            versions.merge(id, change.version(), Math::max);
            outcomes.add(newer ? ChangeOutcome.APPLIED : ChangeOutcome.OUTDATED);
        }
        current = new State(versions, current.letters(), current.watermark());
        return outcomes;
    }

    @Override
    protected Object doGetTransaction() {
        return this;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        turns.lock();
        current = committed;
        letters.restore(committed.letters());
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        committed = new State(current.versions(), letters.save(), current.watermark());
        commits++;
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        current = committed;
        letters.restore(committed.letters());
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        turns.unlock();
    }
}
