package io.discounts.service.eligibility;

import io.discounts.service.discount.Discount;
import io.discounts.service.eligibility.Told.Quantity;
import io.discounts.service.redemption.Availability.Remaining;
import org.junit.jupiter.api.Test;

import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.redemption.Availability.Remaining.UNBOUNDED;
import static org.assertj.core.api.Assertions.assertThat;

class LimitReasonsTest {
    private final Discount perCustomer = aDiscount().usesPerCustomer(2).build();
    private final Discount limited = aDiscount().totalUses(10).budget(1000).build();

    @Test
    void hasNoneWhileThereIsEnough() {
        assertThat(LimitReasons.of(limited, new Remaining(1, UNBOUNDED, 380, false), true, 380))
                .isEmpty();
    }

    @Test
    void tellsThatNoUseIsLeft() {
        assertThat(LimitReasons.of(limited, new Remaining(0, UNBOUNDED, 380, false), true, 380))
                .containsExactly(lacking(ReasonCode.LIMIT_REACHED, 1, 0));
    }

    @Test
    void tellsThatTheMoneyIsLessThanTheSaving() {
        assertThat(LimitReasons.of(limited, new Remaining(1, UNBOUNDED, 379, false), true, 380))
                .containsExactly(lacking(ReasonCode.LIMIT_REACHED, 380, 379));
    }

    @Test
    void tellsThatTheCustomerHasNoUseLeft() {
        assertThat(LimitReasons.of(perCustomer, new Remaining(UNBOUNDED, 0, UNBOUNDED, false), true, 1))
                .containsExactly(lacking(ReasonCode.CUSTOMER_LIMIT_REACHED, 1, 0));
        assertThat(LimitReasons.of(perCustomer, new Remaining(UNBOUNDED, 1, UNBOUNDED, false), true, 1))
                .isEmpty();
    }

    @Test
    void cannotTellWhatAnUnknownCustomerHasLeft() {
        assertThat(LimitReasons.of(perCustomer, new Remaining(UNBOUNDED, 0, UNBOUNDED, false), false, 1))
                .containsExactly(new Reason(Reason.LIMITS, ReasonCode.UNKNOWN_FACT));
        assertThat(LimitReasons.of(limited, Remaining.EVERYTHING, false, 1)).isEmpty();
    }

    @Test
    void tellsThatAnotherCustomerHoldsIt() {
        assertThat(LimitReasons.of(aDiscount().exclusiveUse().build(), held(1), true, 1))
                .containsExactly(new Reason(Reason.LIMITS, ReasonCode.IN_USE));
    }

    @Test
    void tellsEveryReason() {
        assertThat(LimitReasons.of(perCustomer, new Remaining(0, 0, 0, true), true, 5))
                .extracting(Reason::code)
                .containsExactly(
                        ReasonCode.IN_USE,
                        ReasonCode.LIMIT_REACHED,
                        ReasonCode.LIMIT_REACHED,
                        ReasonCode.CUSTOMER_LIMIT_REACHED);
    }

    @Test
    void forbidWhatIsKnownOnly() {
        var unknown = new Reason(Reason.LIMITS, ReasonCode.UNKNOWN_FACT);
        var inUse = new Reason(Reason.LIMITS, ReasonCode.IN_USE);

        assertThat(LimitReasons.forbid(List.of())).isFalse();
        assertThat(LimitReasons.forbid(List.of(unknown))).isFalse();
        assertThat(LimitReasons.forbid(List.of(unknown, inUse))).isTrue();
    }

    private static Remaining held(long uses) {
        return new Remaining(uses, UNBOUNDED, UNBOUNDED, true);
    }

    private static Reason lacking(ReasonCode code, long required, long actual) {
        return new Reason(Reason.LIMITS, code, new Quantity(required), new Quantity(actual));
    }
}
