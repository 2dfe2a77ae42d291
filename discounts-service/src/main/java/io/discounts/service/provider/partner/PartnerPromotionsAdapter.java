package io.discounts.service.provider.partner;

import io.discounts.service.provider.ProviderAdapter;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import io.discounts.service.provider.schema.EventSchema;
import org.springframework.stereotype.Component;

import java.util.List;

/** A partner's promotion for some of its stores: published while it is live, withdrawn otherwise. */
@Component
final class PartnerPromotionsAdapter implements ProviderAdapter {
    private static final String CHANGED = "partner.promotion.changed.v2";

    private final EventSchema changed = EventSchema.load(CHANGED);

    @Override
    public String format() {
        return "partner-promotions";
    }

    @Override
    public boolean speaks(String eventType) {
        return eventType.equals(CHANGED);
    }

    @Override
    public Translation translate(ProviderEvent event) {
        return changed.translate(
                event.data(), PartnerPromotion.class, promotion -> List.of(promotion.toChange(event.provider())));
    }
}
