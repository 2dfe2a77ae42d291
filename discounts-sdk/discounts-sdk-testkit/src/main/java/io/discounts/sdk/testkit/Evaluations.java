package io.discounts.sdk.testkit;

import java.time.Clock;
import java.util.Objects;

/** Answers evaluations from the catalogue, by the contract's rules as far as a {@link FakeDiscount} needs them. */
final class Evaluations {
    private final Catalogue catalogue;
    private final Redemptions redemptions;
    private final Clock clock;

    Evaluations(Catalogue catalogue, Redemptions redemptions, Clock clock) {
        this.catalogue = catalogue;
        this.redemptions = redemptions;
        this.clock = clock;
    }

    Response answer(JsonObject request) {
        request.text("region");
        var now = clock.instant();
        var at = Objects.requireNonNullElse(request.instant("at"), now);
        var checkout = new Checkout(request.object("basket"), redemptions);
        catalogue.of(request.text("storeId"), now).stream()
                .filter(discount -> discount.isValidAt(at))
                .forEach(checkout::offer);
        return Response.json(200, checkout.answer(catalogue.watermarks(now)));
    }
}
