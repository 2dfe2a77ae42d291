package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ExclusiveViewTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final DiscountKey DISCOUNT = new DiscountKey(new Region("ES"), new DiscountId("p", "1"));

    private final ExclusiveView view = new ExclusiveView();

    @Test
    void keepsADiscountForItsHolderUntilTheHoldEnds() {
        view.held(hold("1", "c-1"));

        assertThat(view.isHeldByAnother(DISCOUNT, "c-1", NOW)).isFalse();
        assertThat(view.isHeldByAnother(DISCOUNT, "c-2", NOW)).isTrue();
        assertThat(view.isHeldByAnother(DISCOUNT, null, NOW)).isTrue();
        assertThat(view.isHeldByAnother(DISCOUNT, "c-2", NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void doesNotBringBackAHoldWhoseEndCameFirst() {
        view.ended(DISCOUNT, redemption("1"));
        view.held(hold("1", "c-1"));

        assertThat(view.isHeldByAnother(DISCOUNT, "c-2", NOW)).isFalse();
    }

    @Test
    void keepsTheNextHoldWhenTheEndOfTheLastComesLate() {
        view.held(hold("1", "c-1"));
        view.held(hold("2", "c-2"));
        view.ended(DISCOUNT, redemption("1"));

        assertThat(view.isHeldByAnother(DISCOUNT, "c-1", NOW)).isTrue();
    }

    @Test
    void learnsFromAPollWhatItHasNotHeard() {
        view.polled(List.of(hold("1", "c-1")), view.beginPoll());
        assertThat(view.isHeldByAnother(DISCOUNT, "c-2", NOW)).isTrue();

        view.polled(List.of(), view.beginPoll());
        assertThat(view.isHeldByAnother(DISCOUNT, "c-2", NOW)).isFalse();
    }

    @Test
    void trustsWhatItHearsDuringAPollMoreThanThePoll() {
        var begun = view.beginPoll();
        view.held(hold("1", "c-1"));
        view.polled(List.of(), begun);
        assertThat(view.isHeldByAnother(DISCOUNT, "c-2", NOW)).isTrue();

        var next = view.beginPoll();
        view.ended(DISCOUNT, redemption("1"));
        view.polled(List.of(hold("1", "c-1")), next);
        assertThat(view.isHeldByAnother(DISCOUNT, "c-2", NOW)).isFalse();
    }

    private static ExclusiveHolds.Holder hold(String redemption, String customer) {
        return new ExclusiveHolds.Holder(
                DISCOUNT, redemption(redemption), HolderDigest.of(customer), NOW.plusSeconds(60));
    }

    private static RedemptionId redemption(String digit) {
        return new RedemptionId(digit.repeat(32));
    }
}
