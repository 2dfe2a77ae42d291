package io.discounts.service.catalog;

import io.discounts.service.discount.json.InvalidDiscountException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns sheets as kept into sheets as served, once for each load.
 *
 * @param raw where sheets come from
 * @param truth where a sheet comes from that holds something unreadable there; what is unreadable here as well fails the load
 */
record CompiledSheets(Source<SheetKey, RawSheet> raw, Source<SheetKey, RawSheet> truth)
        implements Source<SheetKey, Sheet> {

    private static final Logger log = LoggerFactory.getLogger(CompiledSheets.class);

    CompiledSheets(Source<SheetKey, RawSheet> truth) {
        this(truth, truth);
    }

    @Override
    public Map<SheetKey, Versioned<Sheet>> load(Collection<SheetKey> keys) {
        return renew(keys, Map.of());
    }

    /** A sheet's version grows with each change of any of its discounts: one that has not grown is not compiled again. */
    @Override
    public Map<SheetKey, Versioned<Sheet>> renew(Collection<SheetKey> keys, Map<SheetKey, Versioned<Sheet>> kept) {
        var compiled = new HashMap<SheetKey, Versioned<Sheet>>();
        var unreadable = new ArrayList<SheetKey>(0);
        var candidates = new CandidatesByJson();
        raw.load(keys).forEach((key, sheet) -> {
            var before = kept.get(key);
            if (before != null && before.version() == sheet.version()) {
                compiled.put(key, before);
                return;
            }
            try {
                compiled.put(key, compile(key, sheet, candidates));
            } catch (InvalidDiscountException damaged) {
                log.atWarn().setCause(damaged).log("A cached sheet is unreadable: {}", key);
                unreadable.add(key);
            }
        });
        if (!unreadable.isEmpty()) {
            truth.load(unreadable).forEach((key, sheet) -> compiled.put(key, compile(key, sheet, candidates)));
        }
        return compiled;
    }

    /** A discount that does not name the key is left over in the index from a lost race, and left out here. */
    private static Versioned<Sheet> compile(SheetKey key, Versioned<RawSheet> raw, CandidatesByJson candidates) {
        var sheet = raw.value();
        var naming = new ArrayList<Candidate>(sheet.bodies().size());
        for (var body : sheet.bodies()) {
            var candidate = candidates.read(body);
            if (candidate.discount().scope().isNamedBy(key.key())) {
                naming.add(candidate);
            }
        }
        return new Versioned<>(new Sheet(naming, sheet.since()), raw.version());
    }
}
