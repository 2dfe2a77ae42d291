package io.discounts.service.provider;

import java.util.Optional;

/** Translates one format. Adapters are stateless and safe for use by any thread. */
public interface ProviderAdapter {
    /** The name by which a stream's configuration asks for this adapter. */
    String format();

    /** Whether this adapter knows events of the type. */
    boolean speaks(String eventType);

    /** Validates and translates; whatever is wrong with the event is a {@link Translation.Refused}, never an exception. */
    Translation translate(ProviderEvent event);

    /**
     * Translates an event of which a quick look suffices, to what {@link #translate} translates it to. Empty: look closely;
     * nothing is refused here.
     */
    default Optional<Translation.Translated> translatePlain(PlainEvent event) {
        return Optional.empty();
    }
}
