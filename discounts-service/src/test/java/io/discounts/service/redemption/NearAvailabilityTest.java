package io.discounts.service.redemption;

import io.discounts.fixtures.SettableClock;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.redemption.Availability.Remaining;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.discounts.service.discount.fixtures.DiscountFixtures.SPAIN;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

/** What is left is what the limits allow, less what has been used. */
class NearAvailabilityTest {
    private static final DiscountKey KEY = new DiscountKey(SPAIN, DiscountId.parse("p:near"));

    private final SettableClock clock = new SettableClock();
    private final ExclusiveView exclusives = new ExclusiveView();
    private final Map<DiscountKey, Long> customer = new HashMap<>();
    private final NearAvailability availability = new NearAvailability(
            exclusives,
            new CustomerUses(
                    new PossibleUses(100, clock),
                    (region, id) -> Map.copyOf(customer),
                    Runnable::run,
                    Duration.ofSeconds(5),
                    new RedemptionMetrics(new SimpleMeterRegistry()),
                    clock),
            clock);

    @Test
    void leavesEverythingOfADiscountWithoutLimits() {
        learn(5, 500);

        assertThat(availability.remaining(aDiscount().id("p:near").build(), "c-1"))
                .isEqualTo(Remaining.EVERYTHING);
    }

    @Test
    void leavesWhatTheLimitsAllowBeforeAnythingIsKnown() {
        assertThat(availability.remaining(limited(3, 1_000), "c-1"))
                .isEqualTo(new Remaining(3, Remaining.UNBOUNDED, 1_000, false));
    }

    @Test
    void takesWhatIsUsedFromWhateverTheLimitsAreNow() {
        learn(2, 300);

        assertThat(availability.remaining(limited(3, 1_000), null))
                .isEqualTo(new Remaining(1, Remaining.UNBOUNDED, 700, false));
        assertThat(availability.remaining(limited(5, 400), null))
                .isEqualTo(new Remaining(3, Remaining.UNBOUNDED, 100, false));
        assertThat(availability.remaining(limited(1, 200), null))
                .isEqualTo(new Remaining(0, Remaining.UNBOUNDED, 0, false));
    }

    @Test
    void forgetsWhatWasUsedBeforeItLearnsAnew() {
        learn(2, 300);
        learn(1, 100);

        assertThat(availability.remaining(limited(3, 1_000), null).uses()).isEqualTo(2);
    }

    @Test
    void countsTheCustomersOwnUsesWhereTheCustomerIsKnown() {
        var discount = aDiscount().id("p:near").usesPerCustomer(2).build();
        customer.put(KEY, 2L);

        assertThat(availability.remaining(discount, "c-1").customerUses()).isZero();
        assertThat(availability.remaining(discount, null).customerUses()).isEqualTo(2);
    }

    @Test
    void hidesWhatAnotherHoldsExclusivelyUntilItsTimeHasPassed() {
        var discount = aDiscount().id("p:near").exclusiveUse().build();
        exclusives.held(new ExclusiveHolds.Holder(
                KEY,
                new RedemptionId("0".repeat(32)),
                HolderDigest.of("c-1"),
                clock.instant().plusSeconds(10)));

        assertThat(availability.remaining(discount, "c-1").heldByAnother()).isFalse();
        assertThat(availability.remaining(discount, "c-2").heldByAnother()).isTrue();
        assertThat(availability.remaining(limited(3, 1_000), "c-2").heldByAnother())
                .isFalse();
        clock.advance(Duration.ofSeconds(10));
        assertThat(availability.remaining(discount, "c-2").heldByAnother()).isFalse();
    }

    private static Discount limited(long total, long money) {
        return aDiscount().id("p:near").totalUses(total).budget(money).build();
    }

    /** Of an allowance that has been changed since. */
    private void learn(long uses, long money) {
        var allowed = new Allowance(10, 10_000);
        var left = allowed.minus(new Allowance(uses, money));
        availability.learn(List.of(new Budget(KEY, 1, 0, allowed, left, 0, Allowance.NOTHING)));
    }
}
