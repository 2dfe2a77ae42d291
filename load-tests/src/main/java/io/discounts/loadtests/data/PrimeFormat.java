package io.discounts.loadtests.data;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Target;
import tools.jackson.core.JsonGenerator;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** The subscription's own events: one says all of a benefit, whatever perks it has. */
final class PrimeFormat implements EventFormat {
    private static final String PLAN_PREFIX = "prime-";

    @Override
    public void write(Statement statement, EventLines lines) throws IOException {
        var perks = statement.changes().stream()
                .filter(DiscountChange.Published.class::isInstance)
                .map(published -> ((DiscountChange.Published) published).discount())
                .toList();
        var active = !perks.isEmpty();
        var envelope = new Envelope(
                "/prime/benefits",
                active ? "prime.benefit.activated.v1" : "prime.benefit.deactivated.v1",
                statement.country().region(),
                statement.name(),
                statement.version(),
                statement.time());
        lines.event(envelope, json -> {
            json.writeStringProperty("benefitId", statement.name());
            json.writeNumberProperty("sequence", statement.version());
            json.writeStringProperty("market", statement.country().region().code());
            if (active) {
                benefit(json, perks);
            }
        });
    }

    private static void benefit(JsonGenerator json, List<Discount> perks) {
        var any = perks.getFirst();
        for (var rule : any.rules()) {
            if (rule instanceof Rule.Segment segment) {
                Fields.listIfAny(json, "plans", plans(segment));
            } else if (rule instanceof Rule.MinBasket minimum) {
                Fields.minor(json, "minimumBasketMinor", minimum.amount());
            }
        }
        Fields.listIfAny(json, "cities", any.scope().named().cities());
        json.writeStringProperty("currencyCode", any.currency().getCurrencyCode());
        json.writeObjectPropertyStart("perks");
        perks.forEach(perk -> perk(json, perk));
        json.writeEndObject();
        json.writeStringProperty("activeFrom", any.validity().from().toString());
        Fields.text(json, "activeTo", Objects.toString(any.validity().until(), null));
    }

    private static List<String> plans(Rule.Segment segment) {
        return segment.anyOf().stream()
                .filter(name -> name.startsWith(PLAN_PREFIX))
                .map(name -> name.substring(PLAN_PREFIX.length()))
                .toList();
    }

    private static void perk(JsonGenerator json, Discount perk) {
        var slot = perk.id().externalId();
        json.writeObjectPropertyStart(slot.substring(slot.lastIndexOf('.') + 1));
        if (perk.target() == Target.Fee.DELIVERY) {
            delivery(json, perk.effect());
        }
        if (perk.effect() instanceof Effect.PercentageOff off) {
            json.writeNumberProperty("percent", off.percent().toDecimal());
            Fields.minor(json, "capMinor", off.maxAmount());
        }
        if (perk.target() instanceof Target.Items items) {
            Fields.listIfAny(json, "categories", items.selection().categories());
        }
        json.writeStringProperty("text", perk.label());
        NativeWords.group(json, "bestOfGroup", perk.target(), perk.stacking().group());
        json.writeEndObject();
    }

    private static void delivery(JsonGenerator json, Effect effect) {
        if (!(effect instanceof Effect.FixedPrice price)) {
            json.writeStringProperty("type", "reduced");
        } else if (price.amount().isZero()) {
            json.writeStringProperty("type", "free");
        } else {
            json.writeStringProperty("type", "flat");
            Fields.minor(json, "feeMinor", price.amount());
        }
    }
}
