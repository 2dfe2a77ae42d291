package io.discounts.service.provider.prime;

import io.discounts.service.provider.ProviderAdapter;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import io.discounts.service.provider.schema.EventSchema;
import org.springframework.stereotype.Component;

/** Members' benefits given and ended; one benefit is as many discounts as it has perks. */
@Component
final class PrimeBenefitsAdapter implements ProviderAdapter {
    private static final String ACTIVATED = "prime.benefit.activated.v1";
    private static final String DEACTIVATED = "prime.benefit.deactivated.v1";

    private final EventSchema activated = EventSchema.load(ACTIVATED);
    private final EventSchema deactivated = EventSchema.load(DEACTIVATED);

    @Override
    public String format() {
        return "prime-benefits";
    }

    @Override
    public boolean speaks(String eventType) {
        return eventType.equals(ACTIVATED) || eventType.equals(DEACTIVATED);
    }

    @Override
    public Translation translate(ProviderEvent event) {
        return event.type().equals(ACTIVATED)
                ? activated.translate(
                        event.data(), ActivatedBenefit.class, benefit -> benefit.toChanges(event.provider()))
                : deactivated.translate(
                        event.data(), DeactivatedBenefit.class, benefit -> benefit.toChanges(event.provider()));
    }
}
