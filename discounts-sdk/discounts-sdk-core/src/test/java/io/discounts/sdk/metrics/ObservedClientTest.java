package io.discounts.sdk.metrics;

import io.discounts.sdk.Call;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.DiscountsClientBuilder;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Fixtures;
import io.discounts.sdk.LocalSearch;
import io.discounts.sdk.Path;
import io.discounts.sdk.Stage;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ObservedClientTest {
    /** Nobody listens there. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private final List<Observation.Context> ended = new CopyOnWriteArrayList<>();
    private final ObservationRegistry registry = ObservationRegistry.create();
    private final LocalSearch local = new LocalSearch();
    private final DiscountsClientBuilder builder =
            DiscountsClient.builder().service(NOWHERE).local(local);
    private DiscountsClient client = at(Stage.LOCAL);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void observesACallWithItsSourceAndReason() {
        var answer = client.search(Fixtures.SEARCH);

        assertThat(answer.value()).isEqualTo(Fixtures.LOCAL_SEARCH);
        assertThat(values()).containsExactly("search", "stage", "local");
        assertThat(ended.get(0).getName()).isEqualTo(SdkMetrics.CALL_OBSERVATION);
        assertThat(ended.get(0).getContextualName()).isEqualTo("discounts search");
    }

    @Test
    void takesALocalAnswerInPlaceOfTheServicesForNoError() {
        client = at(Stage.REMOTE);

        client.search(Fixtures.SEARCH);

        assertThat(values()).containsExactly("search", "remote_failed", "local");
        assertThat(ended.get(0).getError()).isNull();
    }

    @Test
    void observesACallThatFails() {
        client = at(Stage.REMOTE_ONLY);

        assertThatThrownBy(() -> client.search(Fixtures.SEARCH)).isInstanceOf(DiscountsException.class);

        assertThat(values()).containsExactly("search", "remote_failed", "none");
        assertThat(ended.get(0).getError()).isInstanceOf(DiscountsException.class);
    }

    @Test
    void observesAnAsynchronousCallUntilItHasItsAnswer() throws ExecutionException, InterruptedException {
        client.searchAsync(Fixtures.SEARCH, Call.BROWSE).get();

        await().until(() -> ended.size() == 1);
        assertThat(values()).containsExactly("search", "stage", "local");
    }

    @Test
    void observesAnAsynchronousCallThatFails() {
        client = at(Stage.REMOTE_ONLY);

        assertThatThrownBy(
                        () -> client.searchAsync(Fixtures.SEARCH, Call.BROWSE).get())
                .isInstanceOf(ExecutionException.class);

        await().until(() -> ended.size() == 1);
        assertThat(values()).containsExactly("search", "remote_failed", "none");
        assertThat(ended.get(0).getError()).isInstanceOf(DiscountsException.class);
    }

    @Test
    void observesEveryOperation() {
        client.search(Fixtures.SEARCH);
        client.evaluate(Fixtures.EVALUATE);
        client.hold(Fixtures.hold(Path.LOCAL));
        client.confirm(Fixtures.confirm(Path.LOCAL));
        client.release(Fixtures.release(Path.LOCAL));
        client.cancel(Fixtures.cancel(Path.LOCAL));

        assertThat(operations()).containsExactly("search", "evaluate", "hold", "confirm", "release", "cancel");
    }

    @Test
    void observesEveryAsynchronousOperation() {
        CompletableFuture.allOf(
                        client.searchAsync(Fixtures.SEARCH, Call.BROWSE),
                        client.evaluateAsync(Fixtures.EVALUATE, Call.CHECKOUT),
                        client.holdAsync(Fixtures.hold(Path.LOCAL), Call.CHECKOUT),
                        client.confirmAsync(Fixtures.confirm(Path.LOCAL), Call.CHECKOUT),
                        client.releaseAsync(Fixtures.release(Path.LOCAL), Call.CHECKOUT),
                        client.cancelAsync(Fixtures.cancel(Path.LOCAL), Call.CHECKOUT))
                .join();

        await().until(() -> ended.size() == 6);
        assertThat(operations())
                .containsExactlyInAnyOrder("search", "evaluate", "hold", "confirm", "release", "cancel");
    }

    @Test
    void isCurrentWhileTheCallIsMade() {
        var current = new AtomicReference<@Nullable Observation>();
        client = observed(builder.routes((operation, key) -> {
            current.set(registry.getCurrentObservation());
            return Fixtures.at(Stage.LOCAL).route(operation, key);
        }));

        client.search(Fixtures.SEARCH);

        assertThat(current.get())
                .isNotNull()
                .extracting(observation -> observation.getContext().getName())
                .isEqualTo(SdkMetrics.CALL_OBSERVATION);
        assertThat(registry.getCurrentObservation()).isNull();
    }

    @Test
    void tellsNobodysId() {
        client.search(Fixtures.SEARCH);
        client.evaluate(Fixtures.EVALUATE);

        var values = ended.stream()
                .flatMap(context -> context.getAllKeyValues().stream())
                .map(KeyValue::getValue);
        assertThat(values).hasSizeGreaterThan(2).doesNotContain("c-1", "s-1", "s-2");
    }

    private DiscountsClient at(Stage stage) {
        return observed(builder.routes(Fixtures.at(stage)));
    }

    private DiscountsClient observed(DiscountsClientBuilder with) {
        registry.observationConfig().observationHandler(new Remembering());
        ended.clear();
        return ObservedClient.over(with.build(), registry);
    }

    /** In the order of their keys: operation, reason, source. */
    private List<String> values() {
        assertThat(ended).hasSize(1);
        return ended.get(0).getLowCardinalityKeyValues().stream()
                .map(KeyValue::getValue)
                .toList();
    }

    private List<String> operations() {
        return ended.stream()
                .map(context -> Objects.requireNonNull(context.getLowCardinalityKeyValue("operation"))
                        .getValue())
                .toList();
    }

    private final class Remembering implements ObservationHandler<Observation.Context> {
        @Override
        public void onStop(Observation.Context context) {
            if (!ended.contains(context)) {
                ended.add(context);
            }
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}
