package io.discounts.sdk.internal.json;

import io.discounts.sdk.model.AppliedDiscount;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.LineAmount;
import io.discounts.sdk.model.NotAppliedDiscount;
import io.discounts.sdk.model.Refusal;
import io.discounts.sdk.model.Totals;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.discounts.sdk.internal.json.Json.required;

/** An answer to an evaluation, as far as it has been read. Codes and targets pass as they come: the sums do not depend on them. */
final class EvaluationJson {
    private @Nullable List<AppliedDiscount> applied;
    private @Nullable Totals totals;
    private @Nullable List<NotAppliedDiscount> notApplied;
    private Map<String, Instant> watermarks = Map.of();
    private boolean stale;

    EvaluateAnswer read(Json json) throws IOException {
        json.object(name -> {
            switch (name) {
                case "applied" -> applied = json.list(EvaluationJson::applied);
                case "totals" -> totals = totals(json);
                case "notApplied" -> notApplied = json.list(EvaluationJson::notApplied);
                case "watermarks" -> watermarks = WatermarksJson.read(json);
                case "stale" -> stale = json.flag();
                default -> json.skip();
            }
        });
        return new EvaluateAnswer(
                required(applied, "applied"),
                required(totals, "totals"),
                required(notApplied, "notApplied"),
                watermarks,
                stale);
    }

    private static AppliedDiscount applied(Json json) throws IOException {
        var draft = new Object() {
            @Nullable
            String discountId;

            @Nullable
            Long amount;

            @Nullable
            String target;

            List<LineAmount> lines = List.of();
        };
        json.object(name -> {
            switch (name) {
                case "discountId" -> draft.discountId = json.text();
                case "amount" -> draft.amount = json.number();
                case "target" -> draft.target = json.text();
                case "lines" -> draft.lines = json.list(EvaluationJson::line);
                default -> json.skip();
            }
        });
        return new AppliedDiscount(
                required(draft.discountId, "discountId"),
                required(draft.amount, "amount"),
                required(draft.target, "target"),
                draft.lines);
    }

    private static LineAmount line(Json json) throws IOException {
        var draft = new Object() {
            @Nullable
            String lineId;

            @Nullable
            Long amount;
        };
        json.object(name -> {
            switch (name) {
                case "lineId" -> draft.lineId = json.text();
                case "amount" -> draft.amount = json.number();
                default -> json.skip();
            }
        });
        return new LineAmount(required(draft.lineId, "lineId"), required(draft.amount, "amount"));
    }

    private static Totals totals(Json json) throws IOException {
        var sums = new HashMap<String, Long>();
        json.object(name -> {
            if (SUMS.contains(name)) {
                sums.put(name, json.number());
            } else {
                json.skip();
            }
        });
        return new Totals(
                sum(sums, "items"),
                sum(sums, "itemsDiscount"),
                sum(sums, "deliveryFee"),
                sum(sums, "deliveryDiscount"),
                sum(sums, "serviceFee"),
                sum(sums, "serviceDiscount"),
                sum(sums, "discount"),
                sum(sums, "total"));
    }

    private static final List<String> SUMS = List.of(
            "items",
            "itemsDiscount",
            "deliveryFee",
            "deliveryDiscount",
            "serviceFee",
            "serviceDiscount",
            "discount",
            "total");

    private static long sum(Map<String, Long> sums, String name) throws IOException {
        return required(sums.get(name), name);
    }

    private static NotAppliedDiscount notApplied(Json json) throws IOException {
        var draft = new Object() {
            @Nullable
            String discountId;

            List<Refusal> reasons = List.of();

            @Nullable
            String unlock;
        };
        json.object(name -> {
            switch (name) {
                case "discountId" -> draft.discountId = json.text();
                case "reasons" -> draft.reasons = json.list(EvaluationJson::refusal);
                case "unlock" ->
                    json.object(part -> {
                        if (part.equals("text")) {
                            draft.unlock = json.text();
                        } else {
                            json.skip();
                        }
                    });
                default -> json.skip();
            }
        });
        return new NotAppliedDiscount(required(draft.discountId, "discountId"), draft.reasons, draft.unlock);
    }

    private static Refusal refusal(Json json) throws IOException {
        var draft = new Object() {
            @Nullable
            String rule;

            @Nullable
            String code;

            @Nullable
            Object required;

            @Nullable
            Object actual;
        };
        json.object(name -> {
            switch (name) {
                case "rule" -> draft.rule = json.text();
                case "code" -> draft.code = json.text();
                case "required" -> draft.required = json.value();
                case "actual" -> draft.actual = json.value();
                default -> json.skip();
            }
        });
        return new Refusal(required(draft.rule, "rule"), required(draft.code, "code"), draft.required, draft.actual);
    }
}
