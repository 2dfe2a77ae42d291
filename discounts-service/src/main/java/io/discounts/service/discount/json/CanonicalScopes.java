package io.discounts.service.discount.json;

import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;

import java.util.Set;

import static io.discounts.service.discount.json.CanonicalText.literal;

/** Scopes as {@link ScopeJson} writes them. */
final class CanonicalScopes {
    private static final KnownNames<StoreId> STORE_IDS = new KnownNames<>(StoreId::new);
    private static final byte[] EVERYWHERE = literal("\"everywhere\":true");
    private static final byte[] EXCEPT = literal("\"except\":{");
    private static final byte[] STORES = literal("\"stores\":");
    private static final byte[] STORE_TYPES = literal("\"storeTypes\":");
    private static final byte[] BRANDS = literal("\"brands\":");
    private static final byte[] CITIES = literal("\"cities\":");

    private CanonicalScopes() {}

    static Scope scope(CanonicalText text) {
        text.expect('{');
        boolean everywhere = text.takesField(EVERYWHERE);
        var named = stores(text, writtenStores(text));
        var except = StoreSet.NONE;
        if (text.takesField(EXCEPT)) {
            except = stores(text, text.takesField(STORES) ? storeIds(text) : Set.of());
            text.expect('}');
        }
        text.expect('}');
        return new Scope(everywhere, named, except);
    }

    /** Nobody asks who else is named: whoever is excepted, on the other hand, is looked up again and again. */
    private static Set<StoreId> writtenStores(CanonicalText text) {
        if (!text.takesField(STORES)) {
            return Set.of();
        }
        var written = text.storeList();
        return written == null ? storeIds(text) : written;
    }

    private static Set<StoreId> storeIds(CanonicalText text) {
        return CanonicalScalars.listed(text, id -> id.known(STORE_IDS));
    }

    private static StoreSet stores(CanonicalText text, Set<StoreId> stores) {
        var types = CanonicalScalars.names(text, STORE_TYPES);
        var brands = CanonicalScalars.names(text, BRANDS);
        var cities = CanonicalScalars.names(text, CITIES);
        return new StoreSet(stores, types, brands, cities);
    }
}
