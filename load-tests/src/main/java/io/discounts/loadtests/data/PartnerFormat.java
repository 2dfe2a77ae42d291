package io.discounts.loadtests.data;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.Target;
import tools.jackson.core.JsonGenerator;

import java.io.IOException;

/** The partner platform's own event; what it has no words for is told in ours, on the same stream. */
final class PartnerFormat implements EventFormat {
    private final EventFormat otherwise = new CanonicalFormat();

    @Override
    public void write(Statement statement, EventLines lines) throws IOException {
        var change = statement.changes().getFirst();
        if (!knows(change)) {
            otherwise.write(statement, lines);
            return;
        }
        var envelope = new Envelope(
                "/partners/promotions",
                "partner.promotion.changed.v2",
                change.region(),
                statement.name(),
                change.version(),
                statement.time());
        lines.event(envelope, json -> {
            json.writeStringProperty("promotionId", statement.name());
            json.writeNumberProperty("revision", change.version());
            json.writeStringProperty("country", change.region().code());
            switch (change) {
                case DiscountChange.Published published -> live(json, statement.country(), published.discount());
                case DiscountChange.Withdrawn ignored -> json.writeStringProperty("status", "ended");
            }
        });
    }

    private static boolean knows(DiscountChange change) {
        return switch (change) {
            case DiscountChange.Published published ->
                published.discount().scope().except().equals(StoreSet.NONE)
                        && published.discount().rules().stream().allMatch(PartnerFormat::knows);
            case DiscountChange.Withdrawn ignored -> true;
        };
    }

    private static boolean knows(Rule rule) {
        return rule instanceof Rule.MinBasket || rule instanceof Rule.Schedule;
    }

    private static void live(JsonGenerator json, Country country, Discount discount) {
        json.writeStringProperty("status", "live");
        json.writeStringProperty("title", discount.label());
        json.writeStringProperty("currency", country.currency().getCurrencyCode());
        offer(json, country, discount.effect());
        appliesTo(json, discount.target());
        Fields.list(
                json,
                "outlets",
                discount.scope().named().stores().stream().map(StoreId::value).toList());
        for (var rule : discount.rules()) {
            if (rule instanceof Rule.MinBasket minimum) {
                Fields.major(json, "minimumSpend", country, minimum.amount());
            }
        }
        runs(json, country, discount);
        Fields.number(json, "maxRedemptions", discount.limits().total());
        Fields.number(json, "maxPerShopper", discount.limits().perCustomer());
        if (discount.funding() != null) {
            Fields.decimal(
                    json, "partnerShare", discount.funding().partnerPercent().toDecimal());
        }
        NativeWords.group(
                json, "bestOfGroup", discount.target(), discount.stacking().group());
        json.writeNumberProperty("rank", discount.stacking().priority());
    }

    private static void offer(JsonGenerator json, Country country, Effect effect) {
        json.writeObjectPropertyStart("offer");
        switch (effect) {
            case Effect.PercentageOff off -> {
                json.writeStringProperty("kind", "percent_discount");
                json.writeNumberProperty("percent", off.percent().toDecimal());
                Fields.major(json, "savingCap", country, off.maxAmount());
            }
            case Effect.AmountOff off -> {
                json.writeStringProperty("kind", "money_off");
                Fields.major(json, "amount", country, off.amount());
                Fields.flag(json, "perItem", off.per() == Effect.Per.UNIT);
            }
            case Effect.FixedPrice price -> {
                json.writeStringProperty("kind", "special_price");
                Fields.major(json, "price", country, price.amount());
            }
            case Effect.BuyXGetY offer -> {
                json.writeStringProperty("kind", "multi_buy");
                json.writeNumberProperty("take", offer.buy() + offer.get());
                json.writeNumberProperty("pay", offer.buy());
            }
            case Effect.BundlePrice bundle -> {
                json.writeStringProperty("kind", "bundle");
                json.writeNumberProperty("items", bundle.quantity());
                Fields.major(json, "price", country, bundle.amount());
            }
        }
        json.writeEndObject();
    }

    private static void appliesTo(JsonGenerator json, Target target) {
        if (target instanceof Target.Items items && !items.selection().isEverything()) {
            json.writeObjectPropertyStart("appliesTo");
            Fields.listIfAny(json, "skus", items.selection().productIds());
            Fields.listIfAny(json, "categories", items.selection().categories());
            json.writeEndObject();
        }
    }

    private static void runs(JsonGenerator json, Country country, Discount discount) {
        json.writeObjectPropertyStart("runs");
        json.writeStringProperty("timezone", country.timezone().getId());
        Fields.text(json, "starts", Runtimes.local(country, discount.validity().from()));
        Fields.text(json, "ends", Runtimes.local(country, discount.validity().until()));
        for (var rule : discount.rules()) {
            if (rule instanceof Rule.Schedule schedule) {
                NativeWords.windows(json, "daily", "weekdays", false, schedule.windows());
            }
        }
        json.writeEndObject();
    }
}
