package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Selection;

import java.util.ArrayList;
import java.util.List;

/** Tells a change to people. */
final class UnlockText {
    private static final int MOST_NAMES = 3;

    private UnlockText() {}

    static String of(FactChange change) {
        return switch (change) {
            case FactChange.AddItems add -> add(add);
            case FactChange.JoinSegment join -> join.segment() + " would unlock";
            case FactChange.TellSegments tell ->
                "segments without " + names(List.copyOf(tell.noneOf())) + " would unlock";
            case FactChange.PayWith pay -> "pay with " + pay.paymentMethod();
            case FactChange.OrderOn order -> "order on " + order.platform();
            case FactChange.ReceiveBy receive -> "receive by " + receive.fulfilment();
            case FactChange.OrderMore more ->
                more.orders() == 1 ? "place 1 more order" : "place " + more.orders() + " more orders";
            case FactChange.TellOrderCount tell ->
                tell.max() == null
                        ? "a known number of orders would unlock"
                        : "a known number of orders up to " + tell.max() + " would unlock";
            case FactChange.OrderAt order -> "order at " + order.at();
            case FactChange.IdentifyCustomer ignored -> "identify the customer";
        };
    }

    private static String add(FactChange.AddItems add) {
        var dear = add.hasDearUnits() ? ", " + add.dear() + " of them for " + add.dearPrice() + " or more," : "";
        return "add " + what(add) + dear + " to the basket";
    }

    private static String what(FactChange.AddItems add) {
        if (add.amount() > 0 && add.units() == Addition.unitsFor(add.amount())) {
            return add.amount() + of(add.of());
        }
        var items = add.units() + (add.units() == 1 ? " item" : " items") + of(add.of());
        return add.amount() > 0 ? items + " worth " + add.amount() : items;
    }

    private static String of(Selection selection) {
        if (selection.isEverything()) {
            return "";
        }
        var names = new ArrayList<>(selection.categories());
        names.addAll(selection.productIds());
        return " of " + names(names);
    }

    private static String names(List<String> names) {
        var told = String.join(" or ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
        return names.size() > MOST_NAMES ? told + " or others" : told;
    }
}
