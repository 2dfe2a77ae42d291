package io.discounts.sdk.testkit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers searches from the catalogue. */
final class Searches {
    private final Catalogue catalogue;
    private final Redemptions redemptions;
    private final Clock clock;

    Searches(Catalogue catalogue, Redemptions redemptions, Clock clock) {
        this.catalogue = catalogue;
        this.redemptions = redemptions;
        this.clock = clock;
    }

    Response answer(JsonObject request) {
        request.text("region");
        var now = clock.instant();
        var at = Objects.requireNonNullElse(request.instant("at"), now);
        var stores = new ArrayList<Map<String, Object>>();
        var discounts = new LinkedHashMap<String, Object>();
        for (var storeId : storeIds(request)) {
            var listed = catalogue.of(storeId, now).stream()
                    .filter(discount -> discount.isValidAt(at) && redemptions.hasLeft(discount))
                    .toList();
            listed.forEach(discount -> discounts.put(discount.id(), discount.listed()));
            stores.add(store(storeId, listed));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("stores", stores);
        answer.put("discounts", discounts);
        answer.put("watermarks", catalogue.watermarks(now));
        answer.put("stale", false);
        return Response.json(200, answer);
    }

    private static List<String> storeIds(JsonObject request) {
        var storeIds = request.texts("storeIds");
        if (storeIds.size() > 200) {
            throw new InvalidRequest("more than 200 storeIds");
        }
        return storeIds;
    }

    private static Map<String, Object> store(String storeId, List<FakeDiscount> listed) {
        return JsonText.object(
                "storeId",
                storeId,
                "discountIds",
                listed.stream().map(FakeDiscount::id).toList());
    }
}
