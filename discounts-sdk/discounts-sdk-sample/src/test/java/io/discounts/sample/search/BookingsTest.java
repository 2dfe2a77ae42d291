package io.discounts.sample.search;

import io.discounts.sample.promotion.Promotions;
import io.discounts.sample.promotion.Stock;
import io.discounts.sdk.Path;
import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.HeldDiscount;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.Redemption;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.RedemptionOutcome.Done;
import io.discounts.sdk.model.RedemptionOutcome.Refused;
import io.discounts.sdk.model.RedemptionStatus;
import io.discounts.sdk.model.ReleaseRequest;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class BookingsTest {
    private final StandingClock clock = new StandingClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final Promotions promotions = new Promotions();
    private final AtomicInteger lastId = new AtomicInteger();
    private final Bookings bookings = new Bookings(promotions, clock, () -> "b-" + lastId.incrementAndGet());

    BookingsTest() {
        Stock.asOf(clock.instant()).forEach(promotions::put);
    }

    @Test
    void confirmWhatIsHeldAndGiveItBackWhenTheOrderIsCancelled() {
        var held = done(hold("k-1", 1001));

        assertThat(held.status()).isEqualTo(RedemptionStatus.HELD);
        assertThat(held.path()).isEqualTo(Path.LOCAL);
        assertThat(held.expiresAt()).isEqualTo(clock.instant().plus(HoldRequest.DEFAULT_HOLD));
        assertThat(done(confirm("k-2", held)).status()).isEqualTo(RedemptionStatus.CONFIRMED);
        assertThat(done(cancel("k-3", held)).status()).isEqualTo(RedemptionStatus.CANCELLED);
    }

    @Test
    void doWhatIsSentTwiceOnce() {
        var first = hold("k-1", 1001);

        assertThat(hold("k-1", 1001)).isEqualTo(first);
        assertThat(done(hold("k-2", 1001)).redemptionId())
                .isNotEqualTo(done(first).redemptionId());
        var confirmed = confirm("k-3", done(first));
        assertThat(confirm("k-3", done(first))).isEqualTo(confirmed);
        assertThat(code(confirm("k-4", done(first)))).isEqualTo("redemption-state-conflict");
    }

    @Test
    void holdAllOrNothing() {
        assertThat(code(hold("k-1", 1001, 1999))).isEqualTo("discount-not-found");
        assertThat(lastId).hasValue(0);
    }

    @Test
    void confirmLateWhatHasExpiredAndReleaseItNoMore() {
        var one = done(hold("k-1", 1001));
        var other = done(hold("k-2", 1001));

        clock.passes(HoldRequest.DEFAULT_HOLD);

        assertThat(done(confirm("k-3", one)).status()).isEqualTo(RedemptionStatus.CONFIRMED_LATE);
        assertThat(code(release("k-4", other))).isEqualTo("redemption-state-conflict");
    }

    @Test
    void believeNobodyWithAnOldToken() {
        var held = done(hold("k-1", 1001));
        var stale = new Redemption(
                held.redemptionId(), held.status(), held.fencingToken() + 1, held.expiresAt(), List.of(), Path.LOCAL);

        assertThat(code(release("k-2", stale))).isEqualTo("fencing-token-stale");
        assertThat(done(release("k-3", held)).status()).isEqualTo(RedemptionStatus.RELEASED);
    }

    @Test
    void bookWhatTheServiceHasHeldForTheKillSwitch() {
        assertThat(done(confirm("k-1", ofTheService("r-1"))).status()).isEqualTo(RedemptionStatus.CONFIRMED);
        assertThat(done(release("k-2", ofTheService("r-2"))).status()).isEqualTo(RedemptionStatus.RELEASED);
        assertThat(done(cancel("k-3", ofTheService("r-3"))).status()).isEqualTo(RedemptionStatus.CANCELLED);
        assertThat(done(cancel("k-4", ofTheService("r-1"))).status()).isEqualTo(RedemptionStatus.CANCELLED);
        assertThat(code(confirm("k-5", ofTheService("r-2")))).isEqualTo("redemption-state-conflict");
    }

    private Redemption ofTheService(String id) {
        return new Redemption(id, RedemptionStatus.HELD, 17, clock.instant(), List.of(), Path.REMOTE);
    }

    private RedemptionOutcome hold(String key, Integer... numbers) {
        var wanted = List.of(numbers).stream()
                .map(number -> new HeldDiscount("marketing-campaigns:" + number, 100))
                .toList();
        return bookings.hold(new HoldRequest(Path.LOCAL, key, "AD", "c-1", "ck-1", wanted, HoldRequest.DEFAULT_HOLD));
    }

    private RedemptionOutcome confirm(String key, Redemption held) {
        return bookings.confirm(new ConfirmRequest(held.path(), key, held.redemptionId(), held.fencingToken(), "o-1"));
    }

    private RedemptionOutcome release(String key, Redemption held) {
        return bookings.release(new ReleaseRequest(held.path(), key, held.redemptionId(), held.fencingToken()));
    }

    private RedemptionOutcome cancel(String key, Redemption held) {
        return bookings.cancel(new CancelRequest(held.path(), key, held.redemptionId(), held.fencingToken()));
    }

    private static Redemption done(RedemptionOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).redemption();
    }

    private static String code(RedemptionOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).code();
    }
}
