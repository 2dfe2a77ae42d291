package io.discounts.service.catalog;

import io.discounts.service.outbox.Outbox;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Objects;

/**
 * Announces by a next generation, which makes every sheet newer than all that was read of it before. The gate is shut for
 * that: a writer that had found the earlier generation would tell of its change in a version which is old by then.
 */
record JdbcCatalogFilling(JdbcTemplate jdbc, TransactionTemplate transaction, Outbox outbox, DiscountCatalog catalog)
        implements CatalogFilling {

    @Override
    public boolean isEmpty() {
        return jdbc.queryForList("SELECT 1 FROM discount LIMIT 1").isEmpty();
    }

    @Override
    public void announce() {
        transaction.executeWithoutResult(status -> {
            var unused = new CatalogGate(jdbc).shut();
            jdbc.update("UPDATE catalog_generation SET number = number + 1 WHERE id = 1");
            var everything = new Invalidation.OfEverything(generation().version(0));
            outbox.append(RedisInvalidations.TOPIC, Invalidations.write(List.of(everything)));
        });
    }

    private Generation generation() {
        return new Generation(Objects.requireNonNull(
                jdbc.queryForObject("SELECT number FROM catalog_generation WHERE id = 1", Long.class)));
    }
}
