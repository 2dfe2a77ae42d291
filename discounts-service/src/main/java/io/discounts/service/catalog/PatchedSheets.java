package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.json.InvalidDiscountException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.dao.DataAccessException;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Renews kept sheets by what has changed on them: of a sheet with hundreds of discounts, one has. Whether one has changed that no
 * news was heard of, Redis knows, and MySQL where it does not. What has changed is known from the news, and read from MySQL; where
 * the news has gaps, or MySQL does not answer, the sheet is loaded.
 *
 * @param versions as Redis has them, of what it has
 * @param patching guards what is asked of MySQL
 * @param reach a sheet that reaches farther back is loaded anew, without what has ended since it was loaded
 */
record PatchedSheets(
        Source<SheetKey, Sheet> behind,
        HeldVersions versions,
        SheetPatches patches,
        SheetChanges changes,
        CircuitBreaker patching,
        Supplier<Instant> reach)
        implements Source<SheetKey, Sheet> {

    /** The versions of those sheets of which somebody has one. */
    interface HeldVersions {
        Map<SheetKey, Long> of(Collection<SheetKey> sheets);
    }

    @Override
    public Map<SheetKey, Versioned<Sheet>> load(Collection<SheetKey> keys) {
        return behind.load(keys);
    }

    @Override
    public Map<SheetKey, Versioned<Sheet>> renew(Collection<SheetKey> keys, Map<SheetKey, Versioned<Sheet>> kept) {
        var patchable = new HashMap<>(kept);
        patchable.values().removeIf(sheet -> sheet.value().reachesBehind(reach.get()));
        var renewed = unchanged(patchable);
        patchable.keySet().removeAll(renewed.keySet());
        renewed.putAll(patched(patchable));
        var others = keys.stream().filter(key -> !renewed.containsKey(key)).toList();
        if (!others.isEmpty()) {
            renewed.putAll(behind.renew(others, kept));
        }
        return renewed;
    }

    /** Those of which no news was heard, and none was missed. */
    private Map<SheetKey, Versioned<Sheet>> unchanged(Map<SheetKey, Versioned<Sheet>> kept) {
        var unchanged = new HashMap<>(kept);
        unchanged
                .entrySet()
                .removeIf(
                        sheet -> !changes.after(sheet.getKey(), sheet.getValue().version())
                                .isEmpty());
        if (!unchanged.isEmpty()) {
            var held = versions.of(unchanged.keySet());
            unchanged
                    .entrySet()
                    .removeIf(sheet -> !Objects.equals(
                            held.get(sheet.getKey()), sheet.getValue().version()));
        }
        return unchanged;
    }

    /** Those that can be patched, or need not be. */
    private Map<SheetKey, Versioned<Sheet>> patched(Map<SheetKey, Versioned<Sheet>> kept) {
        if (kept.isEmpty()) {
            return new HashMap<>();
        }
        try {
            return patching.executeSupplier(() -> patchedByNews(kept));
        } catch (CallNotPermittedException | DataAccessException | InvalidDiscountException loadedInstead) {
            return new HashMap<>();
        }
    }

    private Map<SheetKey, Versioned<Sheet>> patchedByNews(Map<SheetKey, Versioned<Sheet>> kept) {
        var news = new HashMap<SheetKey, Map<Long, Set<DiscountId>>>();
        kept.forEach((key, sheet) -> news.put(key, changes.after(key, sheet.version())));
        var patching = new Patching(news, patches.read(kept.keySet(), Patching.named(news)));
        var renewed = new HashMap<SheetKey, Versioned<Sheet>>();
        kept.forEach((key, sheet) -> patching.of(key, sheet).ifPresent(now -> renewed.put(key, now)));
        return renewed;
    }
}
