package io.discounts.service.provider.campaign;

import io.discounts.service.provider.ProviderAdapter;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import io.discounts.service.provider.schema.EventSchema;
import org.springframework.stereotype.Component;

import java.util.List;

/** Campaigns that run and campaigns that were called off. */
@Component
final class MarketingCampaignsAdapter implements ProviderAdapter {
    private static final String UPSERTED = "marketing.campaign.upserted.v1";
    private static final String CANCELLED = "marketing.campaign.cancelled.v1";

    private final EventSchema upserted = EventSchema.load(UPSERTED);
    private final EventSchema cancelled = EventSchema.load(CANCELLED);

    @Override
    public String format() {
        return "marketing-campaigns";
    }

    @Override
    public boolean speaks(String eventType) {
        return eventType.equals(UPSERTED) || eventType.equals(CANCELLED);
    }

    @Override
    public Translation translate(ProviderEvent event) {
        return event.type().equals(UPSERTED)
                ? upserted.translate(
                        event.data(), UpsertedCampaign.class, campaign -> List.of(campaign.toChange(event.provider())))
                : cancelled.translate(
                        event.data(),
                        CancelledCampaign.class,
                        campaign -> List.of(campaign.toChange(event.provider())));
    }
}
