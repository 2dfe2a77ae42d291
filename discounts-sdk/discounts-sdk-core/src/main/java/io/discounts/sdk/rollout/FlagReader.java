package io.discounts.sdk.rollout;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.OpenFeatureAPI;
import io.discounts.sdk.internal.resilience.DaemonThreads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Reads the flags on a thread of its own, when the provider tells of a change and every so often besides, so that nobody
 * ever waits for a provider, not even for its registration. Each flag is read with its last good value as default: whatever
 * goes wrong, that is what stays. Its OpenFeature API is one of its own; the host's is not touched.
 */
final class FlagReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FlagReader.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private final FeatureProvider provider;
    private final Consumer<FlagValues> news;
    private final OpenFeatureAPI api = OpenFeatureAPI.createIsolated();
    private final Client client = api.getClient();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("discounts-flags"));
    private final Map<String, String> strange = new HashMap<>();
    private FlagValues values = FlagValues.UNREAD;
    private boolean failing;

    private FlagReader(FeatureProvider provider, FlagObserver observer, Consumer<FlagValues> news) {
        this.provider = provider;
        this.news = news;
        client.addHooks(new FlagReasonsHook(observer));
        api.onProviderReady(event -> readSoon());
        api.onProviderConfigurationChanged(event -> readSoon());
    }

    static FlagReader start(
            FeatureProvider provider, Duration interval, FlagObserver observer, Consumer<FlagValues> news) {
        var reader = new FlagReader(provider, observer, news);
        reader.begin(interval);
        return reader;
    }

    private void begin(Duration interval) {
        thread.execute(this::register);
        var unused = thread.scheduleWithFixedDelay(this::read, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void register() {
        try {
            api.setProvider(provider);
        } catch (Throwable thrown) {
            LOG.error("discounts: the flags' provider cannot be used; everything stays at its defaults", thrown);
        }
    }

    private void readSoon() {
        if (due.compareAndSet(false, true) && !thread.isShutdown()) {
            thread.execute(this::read);
        }
    }

    /** Lets nothing out: the executor would not call again. */
    private void read() {
        due.set(false);
        try {
            var killed = client.getBooleanDetails(FlagKeys.KILL_SWITCH, values.killed());
            values = new FlagValues(killed.getValue(), values.search(), values.evaluate());
            // Before anything else can go wrong.
            news.accept(values);
            values = new FlagValues(
                    values.killed(),
                    staging(FlagKeys.SEARCH_STAGE, values.search()),
                    staging(FlagKeys.EVALUATE_STAGE, values.evaluate()));
            news.accept(values);
            failing = false;
        } catch (Throwable thrown) {
            if (!failing) {
                LOG.warn("discounts: the flags' provider fails; their last values stay", thrown);
            }
            failing = true;
        }
    }

    private @Nullable Staging staging(String key, @Nullable Staging last) {
        FlagEvaluationDetails<String> details = client.getStringDetails(key, last == null ? "" : last.toString());
        var words = details.getValue();
        if (details.getErrorCode() != null || words == null) {
            return last;
        }
        var staging = Staging.parse(words);
        if (staging.isEmpty()) {
            tellOnce(key, words);
        }
        return staging.orElse(last);
    }

    private void tellOnce(String key, String words) {
        if (!words.equals(strange.put(key, words))) {
            LOG.atWarn()
                    .addKeyValue("flag", key)
                    .addKeyValue("value", words)
                    .log("discounts: a flag says nothing that is understood; its last value stays");
        }
    }

    /** Waits two seconds at most for a provider that does not want to end. */
    @Override
    public void close() {
        thread.shutdownNow();
        var closing = DaemonThreads.named("discounts-flags-close").newThread(api::shutdown);
        closing.start();
        try {
            closing.join(LONGEST_CLOSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
