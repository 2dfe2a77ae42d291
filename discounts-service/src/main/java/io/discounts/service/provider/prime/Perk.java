package io.discounts.service.provider.prime;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One thing that members get. */
sealed interface Perk {
    /** What customers read. */
    String text();

    @Nullable
    String bestOfGroup();

    Target target();

    Effect effect();

    /** Delivery for less, told by its type. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FreeDelivery.class, name = "free"),
        @JsonSubTypes.Type(value = FlatDelivery.class, name = "flat"),
        @JsonSubTypes.Type(value = ReducedDelivery.class, name = "reduced")
    })
    sealed interface Delivery extends Perk {
        @Override
        default Target target() {
            return Target.Fee.DELIVERY;
        }
    }

    /** For nothing. */
    record FreeDelivery(String text, @Nullable String bestOfGroup) implements Delivery {
        @Override
        public Effect effect() {
            return new Effect.FixedPrice(new Money(0), null);
        }
    }

    /** For one fee, unless the usual one is lower. */
    record FlatDelivery(
            String text, Money feeMinor, @Nullable String bestOfGroup) implements Delivery {
        @Override
        public Effect effect() {
            return new Effect.FixedPrice(feeMinor, null);
        }
    }

    /** For so much percent less. */
    record ReducedDelivery(
            String text,
            Percent percent,
            @Nullable Money capMinor,
            @Nullable String bestOfGroup) implements Delivery {
        @Override
        public Effect effect() {
            return new Effect.PercentageOff(percent, capMinor);
        }
    }

    /** So much percent off the service fee. */
    record Service(
            String text,
            Percent percent,
            @Nullable Money capMinor,
            @Nullable String bestOfGroup) implements Perk {
        @Override
        public Target target() {
            return Target.Fee.SERVICE;
        }

        @Override
        public Effect effect() {
            return new Effect.PercentageOff(percent, capMinor);
        }
    }

    /** So much percent off items; without categories, off all of them. */
    record Items(
            String text,
            Percent percent,
            @Nullable Money capMinor,
            List<String> categories,
            @Nullable String bestOfGroup)
            implements Perk {
        @Override
        public Target target() {
            return new Target.Items(new Selection(Set.of(), new LinkedHashSet<>(categories)));
        }

        @Override
        public Effect effect() {
            return new Effect.PercentageOff(percent, capMinor);
        }
    }
}
