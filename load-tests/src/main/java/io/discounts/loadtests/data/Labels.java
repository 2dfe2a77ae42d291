package io.discounts.loadtests.data;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Target;

import java.util.List;

/** What customers read of an offer, with the quotes, dashes and pictures that people write. */
final class Labels {
    private static final List<String> TAILS =
            List.of("", "", "", "", " – sólo hoy", " 🍕", ", as in \"Chef's choice\"", " \\o/", " до конца недели");

    private Labels() {}

    static String of(Country country, Effect effect, Target target, Chance chance) {
        return offer(country, effect) + what(target) + chance.oneOf(TAILS);
    }

    private static String offer(Country country, Effect effect) {
        var currency = ' ' + country.currency().getCurrencyCode();
        return switch (effect) {
            case Effect.PercentageOff off -> off.percent().toDecimal() + " % off";
            case Effect.AmountOff off -> country.major(off.amount()) + currency + " off";
            case Effect.FixedPrice price ->
                price.amount().isZero() ? "Free" : "For " + country.major(price.amount()) + currency;
            case Effect.BuyXGetY offer -> "%d for %d".formatted(offer.buy() + offer.get(), offer.buy());
            case Effect.BundlePrice bundle -> bundle.quantity() + " for " + country.major(bundle.amount()) + currency;
        };
    }

    private static String what(Target target) {
        return switch (target) {
            case Target.Fee.DELIVERY -> " delivery";
            case Target.Fee.SERVICE -> " service";
            case Target.Items items -> {
                var categories = items.selection().categories();
                yield categories.isEmpty() ? "" : ": " + String.join(", ", categories);
            }
        };
    }
}
