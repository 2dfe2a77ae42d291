package io.discounts.sdk.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.discounts.sdk.model.AppliedDiscount;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.NotAppliedDiscount;
import io.discounts.sdk.model.Refusal;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.Terms;
import io.discounts.sdk.model.Totals;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes answers as the contract has them: what the readers of this package read. */
final class AnswerWriter {
    private AnswerWriter() {}

    static void write(JsonGenerator json, Object answer) throws IOException {
        any(json, answer instanceof SearchAnswer search ? of(search) : of((EvaluateAnswer) answer));
    }

    private static Map<String, Object> of(SearchAnswer it) {
        var discounts = new LinkedHashMap<String, Object>();
        it.discounts().forEach((id, discount) -> discounts.put(id, of(discount)));
        var stores = it.stores().stream()
                .map(store -> object("storeId", store.storeId(), "discountIds", store.discountIds()))
                .toList();
        return object("stores", stores, "discounts", discounts, "watermarks", it.watermarks(), "stale", it.stale());
    }

    private static Map<String, Object> of(EvaluateAnswer it) {
        return object(
                "applied",
                it.applied().stream().map(AnswerWriter::of).toList(),
                "totals",
                of(it.totals()),
                "notApplied",
                it.notApplied().stream().map(AnswerWriter::of).toList(),
                "watermarks",
                it.watermarks(),
                "stale",
                it.stale());
    }

    private static Object of(ListedDiscount it) {
        return object(
                "id",
                it.id(),
                "provider",
                it.provider(),
                "label",
                it.label(),
                "currency",
                it.currency(),
                "effect",
                of(it.effect()),
                "target",
                of(it.target()),
                "conditions",
                it.conditions().stream().map(AnswerWriter::of).toList(),
                "validUntil",
                it.validUntil());
    }

    private static Object of(Terms it) {
        var terms = object("type", it.type());
        terms.putAll(it.values());
        return terms;
    }

    private static Object of(AppliedDiscount it) {
        var lines = it.lines().stream()
                .map(line -> object("lineId", line.lineId(), "amount", line.amount()))
                .toList();
        return object("discountId", it.discountId(), "amount", it.amount(), "target", it.target(), "lines", lines);
    }

    private static Object of(NotAppliedDiscount it) {
        return object(
                "discountId",
                it.discountId(),
                "reasons",
                it.reasons().stream().map(AnswerWriter::of).toList(),
                "unlock",
                it.unlock() == null ? null : object("text", it.unlock()));
    }

    private static Object of(Refusal it) {
        return object("rule", it.rule(), "code", it.code(), "required", it.required(), "actual", it.actual());
    }

    private static Object of(Totals it) {
        return object(
                "items",
                it.items(),
                "itemsDiscount",
                it.itemsDiscount(),
                "deliveryFee",
                it.deliveryFee(),
                "deliveryDiscount",
                it.deliveryDiscount(),
                "serviceFee",
                it.serviceFee(),
                "serviceDiscount",
                it.serviceDiscount(),
                "discount",
                it.discount(),
                "total",
                it.total());
    }

    /** Without what is absent. */
    private static Map<String, Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return object;
    }

    private static void any(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (var entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                any(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (var element : list) {
                any(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Number number) {
            json.writeNumber(new BigDecimal(number.toString()));
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }
}
