package io.discounts.service.redemption;

import io.discounts.fixtures.SettableClock;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerUsesTest {
    private static final DiscountKey DISCOUNT = new DiscountKey(new Region("ES"), new DiscountId("p", "1"));
    private static final DiscountKey OTHER = new DiscountKey(DISCOUNT.region(), new DiscountId("p", "2"));

    private final SettableClock clock = new SettableClock();
    private final Map<DiscountKey, Long> database = new HashMap<>(Map.of(DISCOUNT, 1L));
    private final AtomicInteger loads = new AtomicInteger();
    private final PossibleUses possible = new PossibleUses(1_000, clock);
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void asksOnceUntilTheCustomerHasMoreUses() {
        var uses = uses(Runnable::run);
        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isEqualTo(1);
        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isEqualTo(1);
        assertThat(loads).hasValue(1);

        database.put(DISCOUNT, 2L);
        uses.heard(customer("c-2"), DISCOUNT.id());
        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isEqualTo(1);
        uses.heard(customer("c-1"), DISCOUNT.id());
        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isEqualTo(2);
    }

    @Test
    void takesACustomerWhoseUsesDoNotComeForOneWithoutAndRests() {
        var uses = uses(task -> loads.incrementAndGet());

        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isZero();
        assertThat(uses.visit(DISCOUNT.region(), "c-2").uses(DISCOUNT, 1)).isZero();
        assertThat(loads).hasValue(1);

        clock.advance(Duration.ofSeconds(2));
        assertThat(uses.visit(DISCOUNT.region(), "c-2").uses(DISCOUNT, 1)).isZero();
        assertThat(loads).hasValue(2);
    }

    @Test
    void asksAgainAfterAFailure() {
        var uses = new CustomerUses(
                possible,
                (region, customer) -> {
                    if (loads.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return Map.copyOf(database);
                },
                Runnable::run,
                Duration.ofMillis(1),
                new RedemptionMetrics(meters),
                clock);

        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isEqualTo(1);
    }

    @Test
    void asksNobodyAboutCustomersWhoHaveNeverUsedAnything() {
        possible.completeAsOf(clock.instant());
        var uses = uses(Runnable::run);
        uses.learn(customer("c-1"), DISCOUNT.id());

        assertThat(uses.visit(DISCOUNT.region(), "c-2").uses(DISCOUNT, 1)).isZero();
        assertThat(uses.visit(DISCOUNT.region(), "c-2").uses(DISCOUNT, 1)).isZero();
        assertThat(loads).hasValue(0);
        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isEqualTo(1);

        assertThat(met("none")).isEqualTo(1);
        assertThat(met("some")).isEqualTo(1);
        assertThat(meters.get(RedemptionMetrics.CUSTOMER_LOADS).counter().count())
                .isEqualTo(1);
    }

    @Test
    void asksNobodyAboutDiscountsThatARegularCustomerHasNeverUsed() {
        possible.completeAsOf(clock.instant());
        var uses = uses(Runnable::run);
        uses.learn(customer("c-1"), DISCOUNT.id());

        assertThat(uses.visit(OTHER.region(), "c-1").uses(OTHER, 1)).isZero();
        assertThat(loads).hasValue(0);
        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isEqualTo(1);
        assertThat(uses.visit(OTHER.region(), "c-1").uses(OTHER, 1)).isZero();
        assertThat(loads).hasValue(1);
    }

    @Test
    void asksNobodyAboutDiscountsOfWhichACustomerHasUsesLeft() {
        possible.completeAsOf(clock.instant());
        var uses = uses(Runnable::run);
        uses.learn(customer("c-1"), DISCOUNT.id());
        uses.learn(customer("c-1"), DISCOUNT.id());

        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 3)).isEqualTo(2);
        assertThat(loads).hasValue(0);
        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 2)).isEqualTo(1);
        assertThat(loads).hasValue(1);
    }

    @Test
    void asksAboutADiscountFromTheCustomersFirstUseOfItOn() {
        possible.completeAsOf(clock.instant());
        var uses = uses(Runnable::run);
        uses.learn(customer("c-1"), DISCOUNT.id());
        uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1);
        assertThat(uses.visit(OTHER.region(), "c-1").uses(OTHER, 1)).isZero();

        database.put(OTHER, 3L);
        uses.learn(customer("c-1"), OTHER.id());

        assertThat(uses.visit(OTHER.region(), "c-1").uses(OTHER, 1)).isEqualTo(3);
    }

    @Test
    void asksAboutACustomerFromTheFirstUseOn() {
        possible.completeAsOf(clock.instant());
        var uses = uses(Runnable::run);
        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isZero();
        assertThat(uses.visit(DISCOUNT.region(), "c-2").uses(DISCOUNT, 1)).isZero();

        uses.heard(customer("c-1"), DISCOUNT.id());
        uses.learn(customer("c-2"), DISCOUNT.id());

        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isEqualTo(1);
        assertThat(uses.visit(DISCOUNT.region(), "c-2").uses(DISCOUNT, 1)).isEqualTo(1);
    }

    @Test
    void asksAboutAnyUseThatItHasHeardOfUntilTheWalkHasComeBy() {
        possible.completeAsOf(clock.instant());
        var uses = uses(Runnable::run);
        uses.learn(customer("c-1"), DISCOUNT.id());
        database.put(DISCOUNT, 2L);
        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 2)).isEqualTo(1);

        uses.heard(customer("c-1"), DISCOUNT.id());
        uses.heard(customer("c-1"), OTHER.id());

        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 2)).isEqualTo(2);
        assertThat(loads).hasValue(1);
    }

    @Test
    void keepsWhatItWasToldWhileSomebodyLooksForChanges() {
        possible.completeAsOf(clock.instant());
        var uses = uses(Runnable::run);
        uses.learn(customer("c-1"), DISCOUNT.id());
        uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1);

        clock.advance(UsesAnswer.HOLDS);
        possible.completeAsOf(clock.instant());
        uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1);
        assertThat(loads).hasValue(1);

        clock.advance(PossibleUses.GOOD_FOR);
        uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1);
        assertThat(loads).hasValue(2);
    }

    @Test
    void keepsNoAnswerThatWasOnItsWayWhenTheUsesChanged() {
        var waiting = new ArrayList<Runnable>();
        var uses = uses(waiting::add);
        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isZero();
        clock.advance(Duration.ofSeconds(2));

        database.put(DISCOUNT, 2L);
        uses.heard(customer("c-1"), DISCOUNT.id());
        waiting.removeFirst().run();
        uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1);
        waiting.removeFirst().run();

        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isEqualTo(2);
        assertThat(waiting).isEmpty();
    }

    @Test
    void asksAboutEverybodyOnceNobodyKnowsWhoHasUses() {
        possible.completeAsOf(clock.instant());
        var uses = uses(Runnable::run);
        clock.advance(PossibleUses.GOOD_FOR);

        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isEqualTo(1);
    }

    @Test
    void forgetsACustomerOfOneRegionWhoHasANamesakeInAnother() {
        var uses = uses(Runnable::run);
        var abroad = new DiscountKey(new Region("PT"), DISCOUNT.id());
        uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1);
        uses.visit(abroad.region(), "c-1").uses(abroad, 1);

        database.put(DISCOUNT, 2L);
        uses.heard(customer("c-1"), DISCOUNT.id());

        assertThat(uses.visit(DISCOUNT.region(), "c-1").uses(DISCOUNT, 1)).isEqualTo(2);
    }

    private static Pseudonym customer(String id) {
        return Pseudonym.of(DISCOUNT.region(), id);
    }

    private double met(String uses) {
        return meters.get(RedemptionMetrics.CUSTOMERS_MET)
                .tag("uses", uses)
                .counter()
                .count();
    }

    private CustomerUses uses(Executor executor) {
        return new CustomerUses(
                possible,
                (region, customer) -> {
                    loads.incrementAndGet();
                    return Map.copyOf(database);
                },
                executor,
                Duration.ofMillis(1),
                new RedemptionMetrics(meters),
                clock);
    }
}
