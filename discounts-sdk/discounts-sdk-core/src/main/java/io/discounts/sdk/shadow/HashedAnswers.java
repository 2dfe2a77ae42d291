package io.discounts.sdk.shadow;

import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.NotAppliedDiscount;
import io.discounts.sdk.model.Refusal;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.model.Terms;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Requests and answers with other ids of customers in them. */
final class HashedAnswers {
    private static final String OF_CUSTOMERS = "customer";

    private final UnaryOperator<String> ids;

    HashedAnswers(UnaryOperator<String> ids) {
        this.ids = ids;
    }

    /** Of a request or an answer of a read. */
    Object of(Object value) {
        if (value instanceof SearchRequest it) {
            return new SearchRequest(it.region(), it.storeIds(), customer(it.customer()), it.context(), it.at());
        }
        if (value instanceof EvaluateRequest it) {
            return new EvaluateRequest(
                    it.region(), it.storeId(), customer(it.customer()), it.context(), it.basket(), it.at());
        }
        if (value instanceof SearchAnswer it) {
            var discounts = new LinkedHashMap<String, ListedDiscount>();
            it.discounts().forEach((id, discount) -> discounts.put(id, listed(discount)));
            return new SearchAnswer(it.stores(), discounts, it.watermarks(), it.stale());
        }
        if (value instanceof EvaluateAnswer it) {
            var notApplied = it.notApplied().stream().map(this::notApplied).toList();
            return new EvaluateAnswer(it.applied(), it.totals(), notApplied, it.watermarks(), it.stale());
        }
        throw new IllegalArgumentException("neither request nor answer of a read: " + value.getClass());
    }

    private Customer customer(Customer it) {
        return it.id() == null ? it : new Customer(ids.apply(it.id()), it.segments(), it.orderCount());
    }

    private ListedDiscount listed(ListedDiscount it) {
        return new ListedDiscount(
                it.id(),
                it.provider(),
                it.label(),
                it.currency(),
                it.effect(),
                it.target(),
                it.conditions().stream().map(this::condition).toList(),
                it.validUntil());
    }

    private Terms condition(Terms it) {
        var values = new LinkedHashMap<String, Object>();
        it.values().forEach((name, value) -> values.put(name, value(value)));
        return it.type().equals(OF_CUSTOMERS) ? new Terms(it.type(), values) : it;
    }

    private NotAppliedDiscount notApplied(NotAppliedDiscount it) {
        return new NotAppliedDiscount(
                it.discountId(), it.reasons().stream().map(this::refusal).toList(), it.unlock());
    }

    private Refusal refusal(Refusal it) {
        return it.rule().equals(OF_CUSTOMERS)
                ? new Refusal(it.rule(), it.code(), orNull(it.required()), orNull(it.actual()))
                : it;
    }

    private @Nullable Object orNull(@Nullable Object value) {
        return value == null ? null : value(value);
    }

    private Object value(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::value).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var changed = new LinkedHashMap<Object, Object>();
            map.forEach((name, inside) -> changed.put(name, value(inside)));
            return changed;
        }
        return value instanceof String text ? ids.apply(text) : value;
    }
}
