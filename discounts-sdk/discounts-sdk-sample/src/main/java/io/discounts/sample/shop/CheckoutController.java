package io.discounts.sample.shop;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** From basket to order. */
@RestController
class CheckoutController {
    private final Checkouts checkouts;
    private final Stores stores;

    CheckoutController(Checkouts checkouts, Stores stores) {
        this.checkouts = checkouts;
        this.stores = stores;
    }

    /** What a basket costs, for as long as one only looks at it. */
    @GetMapping("/basket")
    Checkouts.Priced price(@RequestParam String customer, @RequestParam String store, @RequestParam String items) {
        return checkouts.price(customer, cart(store, items));
    }

    @PostMapping("/checkouts")
    @ResponseStatus(HttpStatus.CREATED)
    Checkouts.Begun begin(@RequestParam String customer, @RequestParam String store, @RequestParam String items) {
        return checkouts.begin(customer, cart(store, items));
    }

    @PostMapping("/checkouts/{id}/pay")
    Checkouts.Moved pay(@PathVariable String id) {
        return checkouts.pay(id);
    }

    @PostMapping("/checkouts/{id}/abandon")
    Checkouts.Moved abandon(@PathVariable String id) {
        return checkouts.abandon(id);
    }

    @PostMapping("/checkouts/{id}/cancel")
    Checkouts.Moved cancel(@PathVariable String id) {
        return checkouts.cancel(id);
    }

    private Cart cart(String storeId, String items) {
        var store = stores.find(storeId).orElseThrow(() -> new NotThereException("store", storeId));
        return Cart.of(store, items);
    }
}
