package io.discounts.sdk.spring;

import dev.openfeature.sdk.providers.memory.Flag;
import dev.openfeature.sdk.providers.memory.InMemoryProvider;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Source;
import io.discounts.sdk.rollout.FlagKeys;
import io.discounts.sdk.rollout.Guard;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.rollout.Staging;
import io.discounts.sdk.testkit.FakeDiscountsExtension;
import io.discounts.sdk.testkit.FakeDiscountsService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(FakeDiscountsExtension.class)
class FlagsTest {
    @Test
    void areThePropertiesWhereThereIsNoSource(FakeDiscountsService service) {
        Hosts.withOwnSearch(service)
                .withPropertyValues(
                        "discounts.client.flags.search=remote", "discounts.client.flags.evaluate=VERIFY 10% of stores")
                .run(host -> {
                    awaitStage(host, Operation.SEARCH, "REMOTE");
                    awaitStage(host, Operation.EVALUATE, "VERIFY 10% of stores");

                    var answer = Hosts.search(host.getBean(DiscountsClient.class));

                    assertThat(answer.source()).isEqualTo(Source.REMOTE);
                    assertThat(answer.reason()).isEqualTo(Reason.STAGE);
                });
    }

    @Test
    void areThoseOfAFile(FakeDiscountsService service, @TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("flags.json"), """
                {"flags": {"discounts.search.stage": {
                  "state": "ENABLED", "variants": {"now": "SHADOW"}, "defaultVariant": "now"}}}
                """);

        Hosts.withOwnSearch(service)
                .withPropertyValues("discounts.client.flags.file=" + file)
                .run(host -> awaitStage(host, Operation.SEARCH, "SHADOW"));
    }

    @Test
    void areThoseOfTheHostsOwnSource(FakeDiscountsService service) {
        var stage = Flag.<String>builder()
                .variant("now", "VERIFY")
                .defaultVariant("now")
                .build();
        FlagSource source = () -> new InMemoryProvider(Map.of(FlagKeys.SEARCH_STAGE, stage));

        Hosts.withOwnSearch(service)
                .withBean(FlagSource.class, () -> source)
                .run(host -> awaitStage(host, Operation.SEARCH, "VERIFY"));
    }

    @Test
    void cannotBeReadFromAFileWithoutFlagd(FakeDiscountsService service) {
        Hosts.of(service)
                .withPropertyValues("discounts.client.flags.file=flags.json")
                .withClassLoader(new FilteredClassLoader("dev.openfeature.contrib"))
                .run(host -> assertThat(host)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                UnusableConfigurationException.class,
                                failure -> assertThat(failure.action())
                                        .contains("dev.openfeature.contrib.providers:flagd")));
    }

    @Test
    void cannotHaveTwoSources(FakeDiscountsService service) {
        Hosts.of(service)
                .withPropertyValues("discounts.client.flags.file=flags.json", "discounts.client.flags.flagd-host=flagd")
                .run(host -> assertThat(host).getFailure().rootCause().hasMessageContaining("flags.flagd-host"));
    }

    @Test
    void areOutrankedByTheKillSwitch(FakeDiscountsService service) {
        Hosts.withOwnSearch(service)
                .withPropertyValues("discounts.client.flags.search=REMOTE")
                .run(host -> {
                    host.getBean(Rollout.class).killSwitch().turnOn();

                    assertThat(Hosts.search(host.getBean(DiscountsClient.class)).reason())
                            .isEqualTo(Reason.KILL_SWITCH);
                });
    }

    @Test
    void areGuardedOnlyIfAskedFor(FakeDiscountsService service) {
        Hosts.of(service).run(host -> assertThat(host).doesNotHaveBean(Guard.class));
        Hosts.of(service)
                .withPropertyValues("discounts.client.guard.enabled=true")
                .run(host -> assertThat(host).hasSingleBean(Guard.class));
    }

    private static void awaitStage(AssertableApplicationContext host, Operation operation, String words) {
        var rollout = host.getBean(Rollout.class);
        await().untilAsserted(() ->
                assertThat(rollout.staging(operation).map(Staging::toString)).contains(words));
    }
}
