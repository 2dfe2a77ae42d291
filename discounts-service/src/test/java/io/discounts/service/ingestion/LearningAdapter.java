package io.discounts.service.ingestion;

import io.discounts.service.provider.ProviderAdapter;
import io.discounts.service.provider.ProviderAdapters;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Supplier;

/** Fails until it has learnt; then it understands what the canonical adapter, or the database, refuses in a story. */
final class LearningAdapter implements ProviderAdapter {
    static final String FORMAT = "learning";
    static final String PUBLISHED = "io.discounts.discount.published.v1";
    static final String NOT_KNOWN_YET = "io.discounts.discount.published.v2";
    static final String FAILING = "io.discounts.discount.failing.v1";
    private static final int LONGEST_BRAND = 100;

    private final Supplier<ProviderAdapters> others;
    private volatile boolean learnt;

    /**
     * Knows nothing yet.
     *
     * @param others those that know the canonical format
     */
    LearningAdapter(Supplier<ProviderAdapters> others) {
        this.others = others;
    }

    void learn() {
        learnt = true;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean speaks(String eventType) {
        return learnt || eventType.equals(FAILING);
    }

    @Override
    public Translation translate(ProviderEvent event) {
        if (!learnt) {
            throw new IllegalStateException("has not learnt yet");
        }
        var data = (ObjectNode) event.data().deepCopy();
        if (data.path("currency").asString().equals("euro")) {
            data.put("currency", "EUR");
        }
        if (data.path("scope").path("brands") instanceof ArrayNode brands) {
            brands.removeIf(brand -> brand.asString().length() > LONGEST_BRAND);
        }
        return others.get().translate(List.of("canonical"), new ProviderEvent(event.provider(), PUBLISHED, data));
    }
}
