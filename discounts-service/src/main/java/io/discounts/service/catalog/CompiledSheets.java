package io.discounts.service.catalog;

import io.discounts.service.discount.json.DiscountJson;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Turns sheets as kept into sheets as served, once for each load. */
record CompiledSheets(Source<SheetKey, RawSheet> raw) implements Source<SheetKey, Sheet> {

    @Override
    public Map<SheetKey, Versioned<Sheet>> load(Collection<SheetKey> keys) {
        return renew(keys, Map.of());
    }

    /** A sheet's version grows with each change of any of its discounts: one that has not grown is not compiled again. */
    @Override
    public Map<SheetKey, Versioned<Sheet>> renew(Collection<SheetKey> keys, Map<SheetKey, Versioned<Sheet>> kept) {
        var compiled = new HashMap<SheetKey, Versioned<Sheet>>();
        raw.load(keys).forEach((key, sheet) -> {
            var before = kept.get(key);
            compiled.put(
                    key,
                    before != null && before.version() == sheet.version()
                            ? before
                            : new Versioned<>(compile(key, sheet.value()), sheet.version()));
        });
        return compiled;
    }

    /** A discount that does not name the key is left over in the index from a lost race, and left out here. */
    private static Sheet compile(SheetKey key, RawSheet raw) {
        var candidates = raw.bodies().stream()
                .map(DiscountJson::read)
                .filter(discount -> discount.scope().isNamedBy(key.key()))
                .map(Candidate::new)
                .toList();
        return new Sheet(candidates, raw.since());
    }
}
