package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.metrics.SdkMetrics;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.testkit.FakeDiscountsExtension;
import io.discounts.sdk.testkit.FakeDiscountsService;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FakeDiscountsExtension.class)
class TracesTest {
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void areObservationsOfTheHostsRegistry(FakeDiscountsService service) {
        var seen = new CopyOnWriteArrayList<String>();
        Hosts.of(service)
                .withBean(ObservationRegistry.class, () -> observedBy(seen))
                .run(host -> {
                    Hosts.search(host.getBean(DiscountsClient.class));

                    assertThat(seen).containsExactly(SdkMetrics.CALL_OBSERVATION);
                });
    }

    @Test
    void goOnInTheService(FakeDiscountsService service) {
        Hosts.of(service)
                .withBean(Tracer.class, () -> tracerAt(Span.NOOP))
                .withBean(Propagator.class, TraceParent::new)
                .run(host -> {
                    Hosts.search(host.getBean(DiscountsClient.class));

                    assertThat(service.requests().get(0).header("traceparent")).isEqualTo(TRACEPARENT);
                });
    }

    @Test
    void areNotMadeUpWhereNoneIsUnderWay(FakeDiscountsService service) {
        Hosts.of(service)
                .withBean(Tracer.class, () -> tracerAt(null))
                .withBean(Propagator.class, TraceParent::new)
                .run(host -> {
                    Hosts.search(host.getBean(DiscountsClient.class));

                    assertThat(service.requests().get(0).header("traceparent")).isNull();
                });
    }

    @Test
    void areCarriedToTheThreadsOfAsynchronousCalls(FakeDiscountsService service) {
        var registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(context -> true);
        var seen = new CopyOnWriteArrayList<@Nullable Observation>();
        DiscountsClientCustomizer watching = builder -> builder.bearerToken(() -> {
            seen.add(registry.getCurrentObservation());
            return "";
        });
        Hosts.of(service)
                .withBean(ObservationRegistry.class, () -> registry)
                .withBean(DiscountsClientCustomizer.class, () -> watching)
                .run(host -> {
                    var client = host.getBean(DiscountsClient.class);
                    client.searchAsync(
                                    SearchRequest.of("ES", List.of("s-1")),
                                    io.discounts.sdk.Call.BROWSE.within(Duration.ofSeconds(30)))
                            .join();

                    assertThat(seen)
                            .singleElement()
                            .satisfies(observation -> assertThat(observation).isNotNull());
                });
    }

    private static ObservationRegistry observedBy(List<String> seen) {
        var registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                seen.add(String.valueOf(context.getName()));
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        return registry;
    }

    /** It has a current span, and nothing else is asked of it. */
    private static Tracer tracerAt(@Nullable Span span) {
        return (Tracer) Proxy.newProxyInstance(
                Tracer.class.getClassLoader(),
                new Class<?>[] {Tracer.class},
                (proxy, method, arguments) ->
                        method.getName().equals("currentSpan") ? span : method.invoke(Tracer.NOOP, arguments));
    }

    /** As W3C Trace Context has it, of one trace. */
    private static final class TraceParent implements Propagator {
        @Override
        public List<String> fields() {
            return List.of("traceparent");
        }

        @Override
        public <C> void inject(TraceContext context, @Nullable C carrier, Setter<C> setter) {
            setter.set(carrier, "traceparent", TRACEPARENT);
        }

        @Override
        public <C> Span.Builder extract(@Nullable C carrier, Getter<C> getter) {
            throw new UnsupportedOperationException();
        }
    }
}
