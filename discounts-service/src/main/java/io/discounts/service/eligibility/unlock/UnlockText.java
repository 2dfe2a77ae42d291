package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.PlainInstant;
import io.discounts.service.discount.Selection;

import java.util.ArrayList;
import java.util.Collection;

/** Tells a change to people. */
final class UnlockText {
    private static final int MOST_NAMES = 3;

    private UnlockText() {}

    static void append(StringBuilder text, FactChange change) {
        switch (change) {
            case FactChange.AddItems add -> add(text, add);
            case FactChange.JoinSegment join -> text.append(join.segment()).append(" would unlock");
            case FactChange.TellSegments tell -> {
                names(text.append("segments without "), tell.noneOf());
                text.append(" would unlock");
            }
            case FactChange.PayWith pay -> text.append("pay with ").append(pay.paymentMethod());
            case FactChange.OrderOn order -> text.append("order on ").append(order.platform());
            case FactChange.ReceiveBy receive -> text.append("receive by ").append(receive.fulfilment());
            case FactChange.OrderMore more ->
                text.append("place ").append(more.orders()).append(more.orders() == 1 ? " more order" : " more orders");
            case FactChange.TellOrderCount tell -> {
                text.append("a known number of orders");
                text.append(tell.max() == null ? "" : " up to " + tell.max()).append(" would unlock");
            }
            case FactChange.OrderAt order -> text.append("order at ").append(PlainInstant.written(order.at()));
            case FactChange.IdentifyCustomer ignored -> text.append("identify the customer");
        }
    }

    private static void add(StringBuilder text, FactChange.AddItems add) {
        what(text.append("add "), add);
        if (add.hasDearUnits()) {
            text.append(", ").append(add.dear()).append(" of them for ");
            text.append(add.dearPrice()).append(" or more,");
        }
        text.append(" to the basket");
    }

    private static void what(StringBuilder text, FactChange.AddItems add) {
        if (add.amount() > 0 && add.units() == Addition.unitsFor(add.amount())) {
            of(text.append(add.amount()), add.of());
            return;
        }
        of(text.append(add.units()).append(add.units() == 1 ? " item" : " items"), add.of());
        if (add.amount() > 0) {
            text.append(" worth ").append(add.amount());
        }
    }

    private static void of(StringBuilder text, Selection selection) {
        if (!selection.isEverything()) {
            var names = new ArrayList<>(selection.categories());
            names.addAll(selection.productIds());
            names(text.append(" of "), names);
        }
    }

    private static void names(StringBuilder text, Collection<String> names) {
        int told = 0;
        for (var name : names) {
            if (told == MOST_NAMES) {
                text.append(" or others");
                return;
            }
            text.append(told++ == 0 ? "" : " or ").append(name);
        }
    }
}
