package io.discounts.sdk;

import dev.openfeature.sdk.providers.memory.Flag;
import dev.openfeature.sdk.providers.memory.InMemoryProvider;
import io.discounts.sdk.rollout.FlagKeys;
import io.discounts.sdk.rollout.Guard;
import io.discounts.sdk.rollout.GuardOptions;
import io.discounts.sdk.rollout.Rollout;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import static org.awaitility.Awaitility.await;

/** What a host does that has added nothing to the SDK; run within a class loader of its own. */
public final class CallWithoutOptionals {
    private CallWithoutOptionals() {}

    public static String search() {
        var shadow = Flag.<String>builder()
                .variant("now", "SHADOW")
                .defaultVariant("now")
                .build();
        var guard = new Guard(GuardOptions.DEFAULTS, step -> {});
        try (var rollout = Rollout.from(new InMemoryProvider(Map.of(FlagKeys.SEARCH_STAGE, shadow)))
                        .guard(guard)
                        .build();
                var client = DiscountsClient.builder()
                        .service(URI.create("http://127.0.0.1:1"))
                        .local(new LocalSearch())
                        .routes(rollout)
                        .observer(guard)
                        .build()) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> client.search(Fixtures.SEARCH).reason() != Reason.DEFAULT);
            var answer = client.search(Fixtures.SEARCH);
            return answer.source() + " " + answer.reason();
        }
    }
}
