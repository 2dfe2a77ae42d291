package io.discounts.service.provider;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All formats the service understands. Safe for use by any thread. */
@Component
public class ProviderAdapters {
    private static final Logger log = LoggerFactory.getLogger(ProviderAdapters.class);

    private final Map<String, ProviderAdapter> byFormat;

    /**
     * Knows the adapters by their formats.
     *
     * @throws IllegalStateException if two claim one format
     */
    public ProviderAdapters(List<ProviderAdapter> adapters) {
        this.byFormat =
                adapters.stream().collect(Collectors.toUnmodifiableMap(ProviderAdapter::format, Function.identity()));
    }

    /**
     * For a stream's configuration, so that a mistyped format stops the start and not the stream.
     *
     * @throws IllegalArgumentException if there is a format that no adapter understands
     */
    public void requireKnown(Collection<String> formats) {
        var unknown =
                formats.stream().filter(format -> !byFormat.containsKey(format)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown formats " + unknown + ", known are " + new TreeMap<>(byFormat).keySet());
        }
    }

    /**
     * Has the event translated by the first of the formats that speaks its type.
     *
     * @param formats those its stream is configured for
     */
    public Translation translate(Collection<String> formats, ProviderEvent event) {
        for (var format : formats) {
            var adapter = byFormat.get(format);
            if (adapter != null && adapter.speaks(event.type())) {
                return translate(adapter, event);
            }
        }
        return new Translation.Refused("/type: is unknown on this stream");
    }

    /** Has it translated by the same format, if a quick look suffices. */
    public Optional<Translation.Translated> translatePlain(Collection<String> formats, PlainEvent event) {
        for (var format : formats) {
            var adapter = byFormat.get(format);
            if (adapter != null && adapter.speaks(event.type())) {
                return adapter.translatePlain(event);
            }
        }
        return Optional.empty();
    }

    private static Translation translate(ProviderAdapter adapter, ProviderEvent event) {
        try {
            return adapter.translate(event);
        } catch (RuntimeException e) {
            // Without the exception: its message may hold what the provider sent.
            log.atError()
                    .addKeyValue("format", adapter.format())
                    .addKeyValue("eventType", event.type())
                    .addKeyValue("exception", e.getClass().getName())
                    .addKeyValue("at", origin(e))
                    .log("An adapter failed; the event is refused");
            return new Translation.Refused("adapter failure");
        }
    }

    private static String origin(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0].toString();
    }
}
