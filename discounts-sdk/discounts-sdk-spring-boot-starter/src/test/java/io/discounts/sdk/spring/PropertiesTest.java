package io.discounts.sdk.spring;

import io.discounts.sdk.BreakerOptions;
import io.discounts.sdk.ClientOptions;
import io.discounts.sdk.ConcurrencyOptions;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.HedgeOptions;
import io.discounts.sdk.RetryOptions;
import io.discounts.sdk.report.Budget;
import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.rollout.GuardBudget;
import io.discounts.sdk.rollout.GuardOptions;
import io.discounts.sdk.shadow.CaseOptions;
import io.discounts.sdk.shadow.ComparisonOptions;
import io.discounts.sdk.shadow.ShadowOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import java.nio.file.Path;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class PropertiesTest {
    private final ApplicationContextRunner host =
            Hosts.empty().withPropertyValues("discounts.client.base-url=http://127.0.0.1:1");

    @Test
    void haveTheDefaultsOfTheClientItself() {
        host.run(host -> {
            assertThat(host.getBean(ClientOptions.class)).isEqualTo(ClientOptions.DEFAULTS);
            assertThat(host.getBean(GuardProperties.class).options()).isEqualTo(GuardOptions.DEFAULTS);
            assertThat(host.getBean(ShadowOptions.class)).isEqualTo(ShadowOptions.DEFAULTS);
            assertThat(host.getBean(ReportOptions.class)).isEqualTo(ReportOptions.DEFAULTS);
        });
    }

    @Test
    void sayHowPatientTheClientIs() {
        host.withPropertyValues(
                        "discounts.client.budget=300ms",
                        "discounts.client.local-reserve=40ms",
                        "discounts.client.longest-pause=10s",
                        "discounts.client.max-response-size=1MB",
                        "discounts.client.concurrency.reads=1",
                        "discounts.client.concurrency.writes=2",
                        "discounts.client.concurrency.shadows=3",
                        "discounts.client.concurrency.async-threads=4",
                        "discounts.client.concurrency.async-queue=5",
                        "discounts.client.breaker.window=40",
                        "discounts.client.breaker.minimum-calls=30",
                        "discounts.client.breaker.failure-percent=25",
                        "discounts.client.breaker.open-for=4s",
                        "discounts.client.breaker.probes=6",
                        "discounts.client.breaker.longest-probe=1s",
                        "discounts.client.retries.ratio=0.05",
                        "discounts.client.retries.burst=7",
                        "discounts.client.retries.hedge-after=20ms",
                        "discounts.client.retries.hedge-threads=8")
                .run(host -> assertThat(host.getBean(ClientOptions.class))
                        .isEqualTo(new ClientOptions(
                                Duration.ofMillis(300),
                                Duration.ofMillis(40),
                                new ConcurrencyOptions(1, 2, 3, 4, 5),
                                new BreakerOptions(40, 30, 25, Duration.ofSeconds(4), 6, Duration.ofSeconds(1)),
                                new RetryOptions(0.05, 7, new HedgeOptions(Duration.ofMillis(20), 8)),
                                Duration.ofSeconds(10),
                                1024 * 1024)));
    }

    @Test
    void sayWhatBurnsABudget() {
        host.withPropertyValues(
                        "discounts.client.guard.errors-allowed=0.02",
                        "discounts.client.guard.errors-intolerable=0.1",
                        "discounts.client.guard.defects-allowed=0.002",
                        "discounts.client.guard.defects-intolerable=0.02",
                        "discounts.client.guard.slow-allowed=0.1",
                        "discounts.client.guard.slow-intolerable=0.3",
                        "discounts.client.guard.slow-after=100ms",
                        "discounts.client.guard.calls-per-false-stop=1000000",
                        "discounts.client.guard.patience=20s")
                .run(host -> assertThat(host.getBean(GuardProperties.class).options())
                        .isEqualTo(new GuardOptions(
                                new GuardBudget(0.02, 0.1),
                                new GuardBudget(0.002, 0.02),
                                new GuardBudget(0.1, 0.3),
                                Duration.ofMillis(100),
                                1_000_000,
                                Duration.ofSeconds(20))));
    }

    @Test
    void sayWhatIsCompared() {
        host.withPropertyValues(
                        "discounts.client.shadow.share=0.5",
                        "discounts.client.shadow.noise-share=0.1",
                        "discounts.client.shadow.deadline=2s",
                        "discounts.client.shadow.ignored=/discounts/{id}/label,/notApplied",
                        "discounts.client.shadow.salt=secret",
                        "discounts.client.shadow.cases=cases")
                .run(host -> assertThat(host.getBean(ShadowOptions.class))
                        .isEqualTo(ShadowOptions.DEFAULTS
                                .withShare(0.5)
                                .withNoiseShare(0.1)
                                .withDeadline(Duration.ofSeconds(2))
                                .with(ComparisonOptions.DEFAULTS
                                        .ignoring("/discounts/{id}/label")
                                        .ignoring("/notApplied"))
                                .withSalt("secret")
                                .with(CaseOptions.in(Path.of("cases")))));
    }

    @Test
    void sayWhatTheReportAsksFor() {
        host.withPropertyValues(
                        "discounts.client.report.defects=0.01",
                        "discounts.client.report.comparisons=100",
                        "discounts.client.report.p99=80ms",
                        "discounts.client.report.incomparable=0.02")
                .run(host -> assertThat(
                                host.getBean(DiscountsClient.class).report().budget())
                        .isEqualTo(new Budget(0.01, 100, Duration.ofMillis(80), 0.02)));
    }

    @ParameterizedTest
    @CsvSource({
        "discounts.client, budget, 0ms",
        "discounts.client.breaker, minimum-calls, 30",
        "discounts.client.concurrency, reads, 0",
        "discounts.client.retries, hedge-after, 0ms",
        "discounts.client.flags, search, SOMEWHERE",
        "discounts.client.guard, errors-allowed, 2",
        "discounts.client.shadow, share, 2",
        "discounts.client.report, defects, 1"
    })
    void areRefusedByNameIfTheyCannotBe(String group, String name, String value) {
        host.withPropertyValues(group + "." + name + "=" + value)
                .run(host -> assertThat(host).getFailure().rootCause().isInstanceOf(IllegalArgumentException.class));
        host.withPropertyValues(group + "." + name + "=" + value)
                .run(host -> assertThat(host).getFailure().hasStackTraceContaining("'" + group + "'"));
    }
}
