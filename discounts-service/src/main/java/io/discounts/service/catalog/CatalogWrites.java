package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountId;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Changes into one copy of the catalog. */
final class CatalogWrites {
    private final StoreWrites stores;
    private final DiscountWrites discounts;

    CatalogWrites(JdbcTemplate jdbc, CatalogTables tables) {
        this.stores = new StoreWrites(jdbc, tables);
        this.discounts = new DiscountWrites(jdbc, tables);
    }

    /** Writes those changes that are newer than what the copy holds. */
    Written write(NewestChanges newest) {
        var writtenStores = stores.write(newest.stores().values());
        var writtenDiscounts = discounts.write(newest.discounts().values());
        return new Written(newest, writtenStores, writtenDiscounts.puts(), writtenDiscounts.touched());
    }

    /**
     * What was written.
     *
     * @param stores the version each changed store has now
     * @param discounts as they are in the tables now, in the order of their key
     * @param touched the keys whose sheets have changed, each with what has changed on it
     */
    record Written(
            NewestChanges newest,
            Map<StoreKey, Long> stores,
            SequencedMap<DiscountRow, DiscountPut> discounts,
            Map<SheetKey, List<DiscountId>> touched) {
        List<ChangeOutcome> outcomes(List<? extends CatalogChange> changes) {
            return changes.stream()
                    .map(change -> newest.wasWritten(change, discounts.keySet(), stores.keySet())
                            ? ChangeOutcome.APPLIED
                            : ChangeOutcome.OUTDATED)
                    .toList();
        }
    }
}
