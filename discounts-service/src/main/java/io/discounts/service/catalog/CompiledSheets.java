package io.discounts.service.catalog;

import java.util.ArrayList;
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
        var candidates = new CandidatesByJson();
        raw.load(keys).forEach((key, sheet) -> {
            var before = kept.get(key);
            compiled.put(
                    key,
                    before != null && before.version() == sheet.version()
                            ? before
                            : new Versioned<>(compile(key, sheet.value(), candidates), sheet.version()));
        });
        return compiled;
    }

    /** A discount that does not name the key is left over in the index from a lost race, and left out here. */
    private static Sheet compile(SheetKey key, RawSheet raw, CandidatesByJson candidates) {
        var naming = new ArrayList<Candidate>(raw.bodies().size());
        for (var body : raw.bodies()) {
            var candidate = candidates.read(body);
            if (candidate.discount().scope().isNamedBy(key.key())) {
                naming.add(candidate);
            }
        }
        return new Sheet(naming, raw.since());
    }
}
