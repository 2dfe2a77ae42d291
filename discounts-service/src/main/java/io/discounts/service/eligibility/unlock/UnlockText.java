package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.PlainInstant;
import io.discounts.service.discount.Selection;
import io.discounts.service.eligibility.Words;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/** Tells a change to people. */
final class UnlockText {
    private static final int MOST_NAMES = 3;

    private UnlockText() {}

    static void tell(Words words, FactChange change) {
        switch (change) {
            case FactChange.AddItems add -> add(words, add);
            case FactChange.JoinSegment join -> words.name(join.segment()).plain(" would unlock");
            case FactChange.TellSegments tell -> {
                names(words.plain("segments without "), tell.noneOf(), Set.of());
                words.plain(" would unlock");
            }
            case FactChange.PayWith pay -> words.plain("pay with ").name(pay.paymentMethod());
            case FactChange.OrderOn order -> words.plain("order on ").name(order.platform());
            case FactChange.ReceiveBy receive -> words.plain("receive by ").name(receive.fulfilment());
            case FactChange.OrderMore more ->
                words.plain("place ").number(more.orders()).plain(more.orders() == 1 ? " more order" : " more orders");
            case FactChange.TellOrderCount tell -> orderCount(words, tell.max());
            case FactChange.OrderAt order -> words.plain("order at ").plain(PlainInstant.written(order.at()));
            case FactChange.IdentifyCustomer ignored -> words.plain("identify the customer");
        }
    }

    private static void orderCount(Words words, @Nullable Integer max) {
        words.plain("a known number of orders");
        if (max != null) {
            words.plain(" up to ").number(max);
        }
        words.plain(" would unlock");
    }

    private static void add(Words words, FactChange.AddItems add) {
        what(words.plain("add "), add);
        if (add.hasDearUnits()) {
            words.plain(", ").number(add.dear()).plain(" of them for ");
            words.number(add.dearPrice()).plain(" or more,");
        }
        words.plain(" to the basket");
    }

    private static void what(Words words, FactChange.AddItems add) {
        if (add.amount() > 0 && add.units() == Addition.unitsFor(add.amount())) {
            of(words.number(add.amount()), add.of());
            return;
        }
        of(words.number(add.units()).plain(add.units() == 1 ? " item" : " items"), add.of());
        if (add.amount() > 0) {
            words.plain(" worth ").number(add.amount());
        }
    }

    private static void of(Words words, Selection selection) {
        if (!selection.isEverything()) {
            names(words.plain(" of "), selection.categories(), selection.productIds());
        }
    }

    private static void names(Words words, Set<String> first, Set<String> others) {
        int told = names(words, first, 0);
        if (told <= MOST_NAMES) {
            names(words, others, told);
        }
    }

    /** How many have been told, and one more once it has been told that there are others. */
    private static int names(Words words, Set<String> names, int before) {
        int told = before;
        for (var name : names) {
            if (told == MOST_NAMES) {
                words.plain(" or others");
                return told + 1;
            }
            words.plain(told++ == 0 ? "" : " or ").name(name);
        }
        return told;
    }
}
