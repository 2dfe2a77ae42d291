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

import java.util.function.UnaryOperator;

/** Answers as nodes. Watermarks and staleness are the service's own and no part of what is compared. */
final class AnswerNodes {
    /** The rule, condition and reason whose values are ids of customers. */
    private static final String OF_CUSTOMERS = "customer";

    private final CustomerIds customers;

    AnswerNodes(CustomerIds customers) {
        this.customers = customers;
    }

    Node of(SearchAnswer answer) {
        return Nodes.fields()
                .with("stores", Nodes.keyed(answer.stores(), true, StoreDiscounts::storeId, AnswerNodes::store))
                .with("discounts", Nodes.keyed(answer.discounts().values(), false, ListedDiscount::id, this::listed))
                .node();
    }

    Node of(EvaluateAnswer answer) {
        return Nodes.fields()
                .with("applied", Nodes.keyed(answer.applied(), true, AppliedDiscount::discountId, AnswerNodes::applied))
                .with("totals", totals(answer.totals()))
                .with("notApplied", Nodes.keyed(answer.notApplied(), true, NotAppliedDiscount::discountId, this::not))
                .node();
    }

    private static Node store(StoreDiscounts store) {
        return Nodes.fields()
                .with("discountIds", Nodes.keyed(store.discountIds(), true, id -> id, Nodes::leaf))
                .node();
    }

    private Node listed(ListedDiscount discount) {
        return Nodes.fields()
                .with("provider", discount.provider())
                .with("label", discount.label())
                .with("currency", discount.currency())
                .with("effect", terms(discount.effect()))
                .with("target", terms(discount.target()))
                .with("conditions", Nodes.keyed(discount.conditions(), true, Terms::type, this::terms))
                .with("validUntil", discount.validUntil())
                .node();
    }

    private Node terms(Terms terms) {
        var fields = Nodes.fields().with("type", terms.type());
        terms.values().forEach((name, value) -> fields.with(name, Nodes.value(value, texts(terms.type()))));
        return fields.node();
    }

    private static Node applied(AppliedDiscount discount) {
        return Nodes.fields()
                .with("amount", discount.amount())
                .with("target", discount.target())
                .with("lines", Nodes.keyed(discount.lines(), true, LineAmount::lineId, AnswerNodes::line))
                .node();
    }

    private static Node line(LineAmount line) {
        return Nodes.fields().with("amount", line.amount()).node();
    }

    private static Node totals(Totals totals) {
        return Nodes.fields()
                .with("items", totals.items())
                .with("itemsDiscount", totals.itemsDiscount())
                .with("deliveryFee", totals.deliveryFee())
                .with("deliveryDiscount", totals.deliveryDiscount())
                .with("serviceFee", totals.serviceFee())
                .with("serviceDiscount", totals.serviceDiscount())
                .with("discount", totals.discount())
                .with("total", totals.total())
                .node();
    }

    private Node not(NotAppliedDiscount discount) {
        var reasons = Nodes.keyed(discount.reasons(), true, it -> it.rule() + ":" + it.code(), this::refusal);
        return Nodes.fields()
                .with("reasons", reasons)
                .with("unlock", discount.unlock())
                .node();
    }

    private Node refusal(Refusal refusal) {
        return Nodes.fields()
                .with("required", value(refusal.required(), refusal.rule()))
                .with("actual", value(refusal.actual(), refusal.rule()))
                .node();
    }

    private @Nullable Node value(@Nullable Object value, String rule) {
        return value == null ? null : Nodes.value(value, texts(rule));
    }

    private UnaryOperator<String> texts(String type) {
        return type.equals(OF_CUSTOMERS) ? customers::hashed : UnaryOperator.identity();
    }
}
