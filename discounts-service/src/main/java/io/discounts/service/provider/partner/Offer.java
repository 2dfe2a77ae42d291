package io.discounts.service.provider.partner;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Percent;
import io.discounts.service.provider.terms.MajorUnits;
import io.discounts.service.provider.terms.RefusedValueException;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** What a promotion gives, in partners' words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Offer.PercentDiscount.class, name = "percent_discount"),
    @JsonSubTypes.Type(value = Offer.MoneyOff.class, name = "money_off"),
    @JsonSubTypes.Type(value = Offer.SpecialPrice.class, name = "special_price"),
    @JsonSubTypes.Type(value = Offer.MultiBuy.class, name = "multi_buy"),
    @JsonSubTypes.Type(value = Offer.Bundle.class, name = "bundle")
})
sealed interface Offer {
    Effect toEffect(MajorUnits money);

    /** So much percent off, up to a saving of so much. */
    record PercentDiscount(Percent percent, @Nullable BigDecimal savingCap) implements Offer {
        @Override
        public Effect toEffect(MajorUnits money) {
            return new Effect.PercentageOff(percent, money.minorIfAny("/offer/savingCap", savingCap));
        }
    }

    /** So much off, once or per item. */
    record MoneyOff(BigDecimal amount, boolean perItem) implements Offer {
        @Override
        public Effect toEffect(MajorUnits money) {
            return new Effect.AmountOff(
                    money.minor("/offer/amount", amount), perItem ? Effect.Per.UNIT : Effect.Per.TARGET);
        }
    }

    /** Each item at this price, if it is lower. */
    record SpecialPrice(BigDecimal price) implements Offer {
        @Override
        public Effect toEffect(MajorUnits money) {
            return new Effect.FixedPrice(money.minor("/offer/price", price), null);
        }
    }

    /** Take three, pay two. */
    record MultiBuy(int take, int pay) implements Offer {
        public MultiBuy {
            if (take <= pay) {
                throw new RefusedValueException("/take", "must be greater than pay");
            }
        }

        @Override
        public Effect toEffect(MajorUnits money) {
            return new Effect.BuyXGetY(pay, take - pay, Percent.FULL, null, null, null);
        }
    }

    /** So many items for one price together. */
    record Bundle(int items, BigDecimal price) implements Offer {
        @Override
        public Effect toEffect(MajorUnits money) {
            return new Effect.BundlePrice(items, money.minor("/offer/price", price), null, null);
        }
    }
}
