package io.discounts.service.provider.partner;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.discounts.service.discount.DiscountChange;

/** What a partner says of one promotion in one country, told apart by its status. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LivePromotion.class, name = "live"),
    @JsonSubTypes.Type(
            value = StoppedPromotion.class,
            names = {"draft", "paused", "ended"})
})
sealed interface PartnerPromotion permits LivePromotion, StoppedPromotion {
    DiscountChange toChange(String provider);
}
