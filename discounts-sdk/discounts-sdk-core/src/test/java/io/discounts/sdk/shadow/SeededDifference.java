package io.discounts.sdk.shadow;

import io.discounts.sdk.model.AppliedDiscount;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.LineAmount;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.NotAppliedDiscount;
import io.discounts.sdk.model.Refusal;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.StoreDiscounts;
import io.discounts.sdk.model.Terms;
import io.discounts.sdk.model.Totals;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One difference put into an answer, and what has to be said of it.
 *
 * @param of makes the candidate's answer of the control's
 */
record SeededDifference<A>(MismatchKind kind, String field, String pointer, UnaryOperator<A> of) {
    private static final String ID = "p~/1:1";
    private static final String ESCAPED = "p~0~11:1";

    static List<SeededDifference<SearchAnswer>> ofSearches() {
        return List.of(
                stores(MismatchKind.MISSING, "/stores/{id}", "/stores/s-1", all -> without(all, 1)),
                stores(
                        MismatchKind.EXTRA,
                        "/stores/{id}",
                        "/stores/new",
                        all -> with(all, new StoreDiscounts("new", List.of()))),
                stores(MismatchKind.ORDER, "/stores", "/stores", SeededDifference::swapped),
                ids(MismatchKind.MISSING, "/{id}", "/" + ESCAPED, all -> without(all, 1)),
                ids(MismatchKind.EXTRA, "/{id}", "/new:1", all -> with(all, "new:1")),
                ids(MismatchKind.ORDER, "", "", SeededDifference::swapped),
                discounts(MismatchKind.MISSING, "", it -> List.of()),
                discounts(
                        MismatchKind.VALUE,
                        "/label",
                        it -> List.of(listed(it, it.label() + "!", it.effect(), it.conditions(), it.validUntil()))),
                discounts(
                        MismatchKind.VALUE,
                        "/effect/percent",
                        it -> List.of(listed(
                                it,
                                it.label(),
                                new Terms("percentage_off", Map.of("percent", 100)),
                                it.conditions(),
                                it.validUntil()))),
                discounts(
                        MismatchKind.MISSING,
                        "/effect/percent",
                        it -> List.of(listed(
                                it,
                                it.label(),
                                new Terms("percentage_off", Map.of()),
                                it.conditions(),
                                it.validUntil()))),
                discounts(
                        MismatchKind.EXTRA,
                        "/effect/maxAmount",
                        it -> List.of(listed(
                                it,
                                it.label(),
                                new Terms(
                                        "percentage_off",
                                        Map.of(
                                                "maxAmount",
                                                1,
                                                "percent",
                                                it.effect().values().get("percent"))),
                                it.conditions(),
                                it.validUntil()))),
                discounts(
                        MismatchKind.MISSING,
                        "/validUntil",
                        it -> List.of(listed(it, it.label(), it.effect(), it.conditions(), null))),
                discounts(
                        MismatchKind.ORDER,
                        "/conditions",
                        it -> List.of(listed(it, it.label(), it.effect(), swapped(it.conditions()), it.validUntil()))));
    }

    static List<SeededDifference<EvaluateAnswer>> ofEvaluations() {
        return List.of(
                applied(MismatchKind.MISSING, "/{id}", "/p:1", all -> without(all, 1)),
                applied(MismatchKind.ORDER, "", "", SeededDifference::swapped),
                applied(
                        MismatchKind.VALUE,
                        "/{id}/amount",
                        "/p:1/amount",
                        all -> set(
                                all,
                                1,
                                it -> new AppliedDiscount(it.discountId(), it.amount() + 1, it.target(), it.lines()))),
                applied(
                        MismatchKind.VALUE,
                        "/{id}/target",
                        "/p:1/target",
                        all -> set(
                                all,
                                1,
                                it -> new AppliedDiscount(it.discountId(), it.amount(), "delivery_fee", it.lines()))),
                applied(
                        MismatchKind.VALUE,
                        "/{id}/lines/{id}/amount",
                        "/p:1/lines/l2/amount",
                        all -> set(
                                all,
                                1,
                                it -> new AppliedDiscount(
                                        it.discountId(),
                                        it.amount(),
                                        it.target(),
                                        set(it.lines(), 1, line -> new LineAmount(line.lineId(), line.amount() + 1))))),
                applied(
                        MismatchKind.EXTRA,
                        "/{id}/lines/{id}",
                        "/p:1/lines/l3",
                        all -> set(
                                all,
                                1,
                                it -> new AppliedDiscount(
                                        it.discountId(),
                                        it.amount(),
                                        it.target(),
                                        with(it.lines(), new LineAmount("l3", 0))))),
                new SeededDifference<>(
                        MismatchKind.VALUE,
                        "/totals/total",
                        "/totals/total",
                        it -> EvaluateAnswer.of(it.applied(), oneMore(it.totals()), it.notApplied())),
                notApplied(
                        MismatchKind.EXTRA,
                        "/{id}",
                        "/new:1",
                        all -> with(all, new NotAppliedDiscount("new:1", List.of(), null))),
                notApplied(
                        MismatchKind.MISSING,
                        "/{id}/reasons/{id}",
                        "/q:1/reasons/segment:segment_missing",
                        all -> set(
                                all, 1, it -> new NotAppliedDiscount(it.discountId(), without(it.reasons(), 1), null))),
                notApplied(
                        MismatchKind.VALUE,
                        "/{id}/reasons/{id}/actual",
                        "/q:1/reasons/min_basket:below_minimum/actual",
                        all -> set(
                                all,
                                1,
                                it -> new NotAppliedDiscount(
                                        it.discountId(),
                                        set(
                                                it.reasons(),
                                                0,
                                                reason -> new Refusal(
                                                        reason.rule(), reason.code(), reason.required(), -1L)),
                                        null))),
                notApplied(
                        MismatchKind.MISSING,
                        "/{id}/reasons/{id}/required/{id}",
                        "/q:1/reasons/segment:segment_missing/required/student",
                        all -> set(
                                all,
                                1,
                                it -> new NotAppliedDiscount(
                                        it.discountId(),
                                        set(
                                                it.reasons(),
                                                1,
                                                reason -> new Refusal(
                                                        reason.rule(), reason.code(), List.of("prime"), null)),
                                        null))));
    }

    private static SeededDifference<SearchAnswer> stores(
            MismatchKind kind, String field, String pointer, UnaryOperator<List<StoreDiscounts>> of) {
        return new SeededDifference<>(
                kind, field, pointer, it -> SearchAnswer.of(of.apply(it.stores()), it.discounts()));
    }

    private static SeededDifference<SearchAnswer> ids(
            MismatchKind kind, String field, String pointer, UnaryOperator<List<String>> of) {
        return stores(
                kind,
                "/stores/{id}/discountIds" + field,
                "/stores/s-1/discountIds" + pointer,
                all -> set(all, 1, store -> new StoreDiscounts(store.storeId(), of.apply(store.discountIds()))));
    }

    private static SeededDifference<SearchAnswer> discounts(
            MismatchKind kind, String place, Function<ListedDiscount, List<ListedDiscount>> of) {
        return new SeededDifference<>(kind, "/discounts/{id}" + place, "/discounts/" + ESCAPED + place, it -> {
            var discounts = new LinkedHashMap<>(it.discounts());
            var before = discounts.remove(ID);
            of.apply(before).forEach(after -> discounts.put(ID, after));
            return SearchAnswer.of(it.stores(), discounts);
        });
    }

    private static ListedDiscount listed(
            ListedDiscount it, String label, Terms effect, List<Terms> conditions, @Nullable Instant validUntil) {
        return new ListedDiscount(
                it.id(), it.provider(), label, it.currency(), effect, it.target(), conditions, validUntil);
    }

    private static SeededDifference<EvaluateAnswer> applied(
            MismatchKind kind, String field, String pointer, UnaryOperator<List<AppliedDiscount>> of) {
        return new SeededDifference<>(
                kind,
                "/applied" + field,
                "/applied" + pointer,
                it -> EvaluateAnswer.of(of.apply(it.applied()), it.totals(), it.notApplied()));
    }

    private static SeededDifference<EvaluateAnswer> notApplied(
            MismatchKind kind, String field, String pointer, UnaryOperator<List<NotAppliedDiscount>> of) {
        return new SeededDifference<>(
                kind,
                "/notApplied" + field,
                "/notApplied" + pointer,
                it -> EvaluateAnswer.of(it.applied(), it.totals(), of.apply(it.notApplied())));
    }

    private static Totals oneMore(Totals it) {
        return new Totals(
                it.items(),
                it.itemsDiscount(),
                it.deliveryFee(),
                it.deliveryDiscount(),
                it.serviceFee(),
                it.serviceDiscount(),
                it.discount(),
                it.total() + 1);
    }

    private static <T> List<T> without(List<T> all, int index) {
        var fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    private static <T> List<T> with(List<T> all, T another) {
        var more = new ArrayList<>(all);
        more.add(another);
        return more;
    }

    private static <T> List<T> swapped(List<T> all) {
        var swapped = new ArrayList<>(all);
        swapped.set(0, all.get(1));
        swapped.set(1, all.get(0));
        return swapped;
    }

    private static <T> List<T> set(List<T> all, int index, UnaryOperator<T> change) {
        var changed = new ArrayList<>(all);
        changed.set(index, change.apply(all.get(index)));
        return changed;
    }
}
