package io.discounts.loadtests.data;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.Stacking;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.Target;
import tools.jackson.core.JsonGenerator;

import java.io.IOException;
import java.util.Objects;

/** Marketing's own events; a campaign without a budget, or with what they have no words for, is told in ours. */
final class CampaignFormat implements EventFormat {
    private final EventFormat otherwise = new CanonicalFormat();

    @Override
    public void write(Statement statement, EventLines lines) throws IOException {
        var change = statement.changes().getFirst();
        if (!knows(change)) {
            otherwise.write(statement, lines);
            return;
        }
        var envelope = new Envelope(
                "/marketing/campaigns",
                "marketing.campaign." + (change instanceof DiscountChange.Published ? "upserted.v1" : "cancelled.v1"),
                change.region(),
                statement.name(),
                change.version(),
                statement.time());
        lines.event(envelope, json -> {
            json.writeStringProperty("campaignId", statement.name());
            json.writeNumberProperty("changeNumber", change.version());
            json.writeStringProperty("market", change.region().code());
            if (change instanceof DiscountChange.Published published) {
                campaign(json, statement.country(), published.discount());
            }
        });
    }

    private static boolean knows(DiscountChange change) {
        return switch (change) {
            case DiscountChange.Published published -> knows(published.discount());
            case DiscountChange.Withdrawn ignored -> true;
        };
    }

    private static boolean knows(Discount discount) {
        return discount.limits().budget() != null
                && discount.scope().except().equals(StoreSet.NONE)
                && discount.rules().stream().noneMatch(Rule.PaymentMethod.class::isInstance);
    }

    private static void campaign(JsonGenerator json, Country country, Discount discount) {
        json.writeStringProperty("headline", discount.label());
        json.writeStringProperty("currency", country.currency().getCurrencyCode());
        reward(json, country, discount);
        Fields.major(json, "budget", country, discount.limits().budget());
        CampaignCustomers.of(discount).write(json);
        for (var rule : discount.rules()) {
            if (rule instanceof Rule.MinBasket minimum) {
                Fields.major(json, "minimumOrder", country, minimum.amount());
            }
        }
        places(json, discount.scope());
        flight(json, discount);
        if (discount.stacking().mode() == Stacking.Mode.EXCLUSIVE) {
            json.writeBooleanProperty("exclusive", true);
        } else {
            NativeWords.group(
                    json, "competesIn", discount.target(), discount.stacking().group());
        }
        json.writeNumberProperty("weight", discount.stacking().priority());
    }

    private static void reward(JsonGenerator json, Country country, Discount discount) {
        json.writeObjectPropertyStart("reward");
        switch (discount.effect()) {
            case Effect.PercentageOff off -> {
                json.writeStringProperty("type", "PERCENT");
                json.writeNumberProperty("percent", off.percent().toDecimal());
                Fields.major(json, "upTo", country, off.maxAmount());
            }
            case Effect.AmountOff off -> {
                json.writeStringProperty("type", "MONEY");
                Fields.major(json, "value", country, off.amount());
            }
            case Effect.FixedPrice price -> {
                var free = price.amount().isZero();
                json.writeStringProperty("type", free ? "FREE_DELIVERY" : "DELIVERY_PRICE");
                Fields.major(json, "price", country, free ? null : price.amount());
            }
            case Effect.BuyXGetY offer -> throw new IllegalArgumentException("no campaign gives " + offer);
            case Effect.BundlePrice bundle -> throw new IllegalArgumentException("no campaign gives " + bundle);
        }
        if (discount.target() instanceof Target.Items items) {
            Fields.listIfAny(json, "categories", items.selection().categories());
        }
        json.writeEndObject();
    }

    private static void places(JsonGenerator json, Scope scope) {
        if (!scope.everywhere()) {
            json.writeObjectPropertyStart("places");
            Fields.listIfAny(
                    json,
                    "storeIds",
                    scope.named().stores().stream().map(StoreId::value).toList());
            Fields.listIfAny(json, "storeTypes", scope.named().storeTypes());
            Fields.listIfAny(json, "brands", scope.named().brands());
            Fields.listIfAny(json, "cities", scope.named().cities());
            json.writeEndObject();
        }
    }

    private static void flight(JsonGenerator json, Discount discount) {
        json.writeObjectPropertyStart("flight");
        json.writeStringProperty("from", discount.validity().from().toString());
        Fields.text(json, "to", Objects.toString(discount.validity().until(), null));
        for (var rule : discount.rules()) {
            if (rule instanceof Rule.Schedule schedule) {
                json.writeObjectPropertyStart("hours");
                json.writeStringProperty("timezone", schedule.timezone().getId());
                NativeWords.windows(json, "slots", "days", true, schedule.windows());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }
}
