package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes kept sheets what they are now. For one thread.
 *
 * @param news what is known to have changed on each sheet since, by the version it came to
 * @param read what MySQL has of that, as of one moment
 * @param candidates of what was read, for several sheets may hold the same
 */
record Patching(Map<SheetKey, Map<Long, Set<DiscountId>>> news, SheetPatches.Read read, CandidatesByJson candidates) {

    Patching(Map<SheetKey, Map<Long, Set<DiscountId>>> news, SheetPatches.Read read) {
        this(news, read, new CandidatesByJson());
    }

    /** All that has changed, by what is known. */
    static Set<DiscountRow> named(Map<SheetKey, Map<Long, Set<DiscountId>>> news) {
        var rows = new HashSet<DiscountRow>();
        news.forEach((key, changed) ->
                changed.values().forEach(ids -> ids.forEach(id -> rows.add(new DiscountRow(key.region(), id)))));
        return rows;
    }

    /** The sheet as it is now; empty: not all that has changed on it is known, or MySQL knows less than the sheet. */
    Optional<Versioned<Sheet>> of(SheetKey key, Versioned<Sheet> kept) {
        var version = read.versions().getOrDefault(key, Long.MAX_VALUE);
        if (version <= kept.version()) {
            return version == kept.version() ? Optional.of(kept) : Optional.empty();
        }
        return SheetChanges.between(kept.version(), version, news.getOrDefault(key, Map.of()))
                .map(ids -> new Versioned<>(changed(key, kept.value(), ids), version));
    }

    /** What does not name the key, or is no more, leaves the sheet. */
    private Sheet changed(SheetKey key, Sheet sheet, Set<DiscountId> ids) {
        List<Candidate> others = new ArrayList<>(ids.size());
        for (var id : ids) {
            var body = read.bodies().get(new DiscountRow(key.region(), id));
            if (body != null) {
                var candidate = candidates.read(body);
                if (candidate.discount().scope().isNamedBy(key.key())) {
                    others.add(candidate);
                }
            }
        }
        return sheet.with(ids.stream().map(DiscountId::toString).collect(Collectors.toSet()), others);
    }
}
