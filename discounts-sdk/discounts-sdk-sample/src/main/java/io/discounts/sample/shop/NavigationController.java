package io.discounts.sample.shop;

import io.discounts.sample.search.Offers;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

/** Store navigation: every store with its discounts. */
@RestController
class NavigationController {
    private final DiscountsClient discounts;
    private final Stores stores;

    NavigationController(DiscountsClient discounts, Stores stores) {
        this.discounts = discounts;
        this.stores = stores;
    }

    @GetMapping("/stores")
    Page stores(@RequestParam String customer) {
        var ids = stores.all().stream().map(Store::id).toList();
        var request = SearchRequest.of(Offers.REGION, ids).by(new Customer(customer, null, null));
        var answer = discounts.search(request);
        var shown =
                stores.all().stream().map(store -> shown(store, answer.value())).toList();
        return new Page(shown, Told.by(answer));
    }

    private static Shown shown(Store store, SearchAnswer answer) {
        var labels = answer.stores().stream()
                .filter(found -> found.storeId().equals(store.id()))
                .flatMap(found -> found.discountIds().stream())
                .map(answer.discounts()::get)
                .filter(Objects::nonNull)
                .map(ListedDiscount::label)
                .toList();
        return new Shown(store.id(), store.name(), labels);
    }

    record Page(List<Shown> stores, Told answeredBy) {}

    record Shown(String id, String name, List<String> discounts) {}
}
