package io.discounts.service.provider.campaign;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;
import io.discounts.service.provider.terms.MajorUnits;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a campaign gives. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reward.PercentOff.class, name = "PERCENT"),
    @JsonSubTypes.Type(value = Reward.MoneyOff.class, name = "MONEY"),
    @JsonSubTypes.Type(value = Reward.FreeDelivery.class, name = "FREE_DELIVERY"),
    @JsonSubTypes.Type(value = Reward.DeliveryPrice.class, name = "DELIVERY_PRICE")
})
sealed interface Reward {
    Target target();

    Effect toEffect(MajorUnits money);

    /** Off items; without categories, off all of them. */
    record PercentOff(Percent percent, @Nullable BigDecimal upTo, List<String> categories) implements Reward {
        @Override
        public Target target() {
            return items(categories);
        }

        @Override
        public Effect toEffect(MajorUnits money) {
            return new Effect.PercentageOff(percent, money.minorIfAny("/reward/upTo", upTo));
        }
    }

    /** Off items together; without categories, off all of them. */
    record MoneyOff(BigDecimal value, List<String> categories) implements Reward {
        @Override
        public Target target() {
            return items(categories);
        }

        @Override
        public Effect toEffect(MajorUnits money) {
            return new Effect.AmountOff(money.minor("/reward/value", value), Effect.Per.TARGET);
        }
    }

    /** Delivery for nothing. */
    record FreeDelivery() implements Reward {
        @Override
        public Target target() {
            return Target.Fee.DELIVERY;
        }

        @Override
        public Effect toEffect(MajorUnits money) {
            return new Effect.FixedPrice(new Money(0), null);
        }
    }

    /** Delivery for this much, unless the usual fee is lower. */
    record DeliveryPrice(BigDecimal price) implements Reward {
        @Override
        public Target target() {
            return Target.Fee.DELIVERY;
        }

        @Override
        public Effect toEffect(MajorUnits money) {
            return new Effect.FixedPrice(money.minor("/reward/price", price), null);
        }
    }

    private static Target items(List<String> categories) {
        return new Target.Items(new Selection(Set.of(), new LinkedHashSet<>(categories)));
    }
}
