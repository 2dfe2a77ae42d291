package io.discounts.sdk.internal.json;

import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.StoreDiscounts;
import io.discounts.sdk.model.Terms;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import static io.discounts.sdk.internal.json.Json.required;

/** An answer to a search, as far as it has been read. */
final class SearchJson {
    private final Consumer<String> skipped;
    private @Nullable List<StoreDiscounts> stores;
    private final Map<String, ListedDiscount> discounts = new LinkedHashMap<>();
    private Map<String, Instant> watermarks = Map.of();
    private boolean stale;

    /** @param skipped told the part that is unknown, for each discount left out because of it */
    SearchJson(Consumer<String> skipped) {
        this.skipped = skipped;
    }

    SearchAnswer read(Json json) throws IOException {
        json.object(name -> {
            switch (name) {
                case "stores" -> stores = json.list(SearchJson::store);
                case "discounts" -> json.object(id -> keepIfKnown(discount(json)));
                case "watermarks" -> watermarks = WatermarksJson.read(json);
                case "stale" -> stale = json.flag();
                default -> json.skip();
            }
        });
        return new SearchAnswer(known(required(stores, "stores")), discounts, watermarks, stale);
    }

    private List<StoreDiscounts> known(List<StoreDiscounts> all) {
        return all.stream()
                .map(store -> new StoreDiscounts(
                        store.storeId(),
                        store.discountIds().stream()
                                .filter(discounts::containsKey)
                                .toList()))
                .toList();
    }

    private void keepIfKnown(ListedDiscount discount) {
        if (!KnownTerms.effect(discount.effect())) {
            skipped.accept("effect");
        } else if (!KnownTerms.target(discount.target())) {
            skipped.accept("target");
        } else if (!discount.conditions().stream().allMatch(KnownTerms::condition)) {
            skipped.accept("condition");
        } else {
            discounts.put(discount.id(), discount);
        }
    }

    private static StoreDiscounts store(Json json) throws IOException {
        var draft = new Object() {
            @Nullable
            String storeId;

            @Nullable
            List<String> discountIds;
        };
        json.object(name -> {
            switch (name) {
                case "storeId" -> draft.storeId = json.text();
                case "discountIds" -> draft.discountIds = json.list(Json::text);
                default -> json.skip();
            }
        });
        return new StoreDiscounts(required(draft.storeId, "storeId"), required(draft.discountIds, "discountIds"));
    }

    private static ListedDiscount discount(Json json) throws IOException {
        var draft = new Object() {
            @Nullable
            String id;

            @Nullable
            String provider;

            @Nullable
            String label;

            @Nullable
            String currency;

            @Nullable
            Terms effect;

            @Nullable
            Terms target;

            List<Terms> conditions = new ArrayList<>();

            @Nullable
            Instant validUntil;
        };
        json.object(name -> {
            switch (name) {
                case "id" -> draft.id = json.text();
                case "provider" -> draft.provider = json.text();
                case "label" -> draft.label = json.text();
                case "currency" -> draft.currency = json.text();
                case "effect" -> draft.effect = terms(json);
                case "target" -> draft.target = terms(json);
                case "conditions" -> draft.conditions = json.list(SearchJson::terms);
                case "validUntil" -> draft.validUntil = json.instant();
                default -> json.skip();
            }
        });
        return new ListedDiscount(
                required(draft.id, "id"),
                required(draft.provider, "provider"),
                required(draft.label, "label"),
                required(draft.currency, "currency"),
                required(draft.effect, "effect"),
                required(draft.target, "target"),
                draft.conditions,
                draft.validUntil);
    }

    private static Terms terms(Json json) throws IOException {
        var values = new LinkedHashMap<String, Object>();
        json.object(name -> values.put(name, json.value()));
        if (values.remove("type") instanceof String type) {
            return new Terms(type, values);
        }
        throw new UnexpectedJsonException("terms without a type");
    }
}
