package io.discounts.sdk.internal.json;

import io.discounts.sdk.model.AppliedDiscount;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.NotAppliedDiscount;
import io.discounts.sdk.model.Refusal;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.Terms;
import io.discounts.sdk.model.Totals;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers as the service writes them, written anew from the contract: maps, lists and scalars, then text. */
final class WrittenJson {
    /** Absent and {@code null} are the same to a reader; this is the harder of the two. */
    private static final Object NULL = new Object();

    private WrittenJson() {}

    static String of(SearchAnswer answer) {
        return text(object(
                "stores",
                answer.stores().stream()
                        .map(store -> object("storeId", store.storeId(), "discountIds", store.discountIds()))
                        .toList(),
                "discounts",
                mapped(answer.discounts()),
                "watermarks",
                answer.watermarks(),
                "stale",
                answer.stale()));
    }

    static String of(EvaluateAnswer answer) {
        return text(object(
                "applied",
                answer.applied().stream().map(WrittenJson::applied).toList(),
                "totals",
                totals(answer.totals()),
                "notApplied",
                answer.notApplied().stream().map(WrittenJson::notApplied).toList(),
                "watermarks",
                answer.watermarks(),
                "stale",
                answer.stale()));
    }

    private static Map<String, Object> mapped(Map<String, ListedDiscount> discounts) {
        var written = new LinkedHashMap<String, Object>();
        discounts.forEach((id, discount) -> written.put(id, listed(discount)));
        return written;
    }

    private static Object listed(ListedDiscount discount) {
        return object(
                "id",
                discount.id(),
                "provider",
                discount.provider(),
                "label",
                discount.label(),
                "currency",
                discount.currency(),
                "effect",
                terms(discount.effect()),
                "target",
                terms(discount.target()),
                "conditions",
                discount.conditions().stream().map(WrittenJson::terms).toList(),
                "validUntil",
                discount.validUntil(),
                "invented",
                Map.of("later", List.of(1, 2)));
    }

    private static Map<String, Object> terms(Terms terms) {
        var written = new LinkedHashMap<String, Object>(terms.values());
        written.put("type", terms.type());
        return written;
    }

    private static Object applied(AppliedDiscount applied) {
        return object(
                "discountId",
                applied.discountId(),
                "amount",
                applied.amount(),
                "target",
                applied.target(),
                "lines",
                applied.lines().stream()
                        .map(line -> object("lineId", line.lineId(), "amount", line.amount()))
                        .toList());
    }

    private static Object notApplied(NotAppliedDiscount notApplied) {
        var unlock = notApplied.unlock();
        return object(
                "discountId",
                notApplied.discountId(),
                "reasons",
                notApplied.reasons().stream().map(WrittenJson::refusal).toList(),
                "unlock",
                unlock == null ? null : object("changes", List.of(), "text", unlock));
    }

    private static Object refusal(Refusal refusal) {
        return object(
                "rule", refusal.rule(),
                "code", refusal.code(),
                "required", refusal.required(),
                "actual", refusal.actual());
    }

    private static Object totals(Totals totals) {
        return object(
                "items", totals.items(),
                "itemsDiscount", totals.itemsDiscount(),
                "deliveryFee", totals.deliveryFee(),
                "deliveryDiscount", totals.deliveryDiscount(),
                "serviceFee", totals.serviceFee(),
                "serviceDiscount", totals.serviceDiscount(),
                "discount", totals.discount(),
                "total", totals.total());
    }

    private static Map<String, Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            object.put(String.valueOf(namesAndValues[i]), value == null ? NULL : value);
        }
        return object;
    }

    static String text(@Nullable Object value) {
        if (value == null || value == NULL) {
            return "null";
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(String.valueOf(entry.getKey())) + ":" + text(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(WrittenJson::text).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\' || c < ' ') {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
