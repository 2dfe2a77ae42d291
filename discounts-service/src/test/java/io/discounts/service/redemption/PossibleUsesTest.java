package io.discounts.service.redemption;

import io.discounts.fixtures.SettableClock;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.redemption.PossibleUses.Mark;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class PossibleUsesTest {
    private static final Region SPAIN = new Region("ES");
    private static final Region PORTUGAL = new Region("PT");
    private static final DiscountId PIZZA = new DiscountId("p", "pizza");
    private static final DiscountId SUSHI = new DiscountId("p", "sushi");
    private static final int FULL = 50_000;

    private final SettableClock clock = new SettableClock();

    @Property(tries = 200)
    void neverMissesACustomerOrAUseItWasToldOf(
            @ForAll @NotEmpty List<String> customers,
            @ForAll @NotEmpty List<@AlphaChars @StringLength(min = 1, max = 4) String> discounts,
            @ForAll @IntRange(min = 1, max = 50) int room) {
        var possible = complete(room);

        for (int i = 0; i < customers.size(); i++) {
            possible.add(in(SPAIN, customers.get(i)), used(discounts, i));
        }

        for (int i = 0; i < customers.size(); i++) {
            var mark = Mark.of(in(SPAIN, customers.get(i)));
            var times = times(customers, discounts, i);
            assertThat(possible.mayInclude(mark)).isTrue();
            assertThat(possible.timesAtMost(mark, used(discounts, i), times)).isEqualTo(times);
        }
    }

    @Test
    void takesHardlyAnybodyForAnotherWhenItIsFull() {
        var possible = full(2 * FULL);

        assertThat(marks(FULL).filter(possible::mayInclude).count()).isLessThan(15);
        assertThat(marks(0).filter(mark -> possible.timesAtMost(mark, SUSHI, 1) > 0)
                        .count())
                .isLessThan(15);
        assertThat(possible.size()).isBetween(2L * FULL - 15, 2L * FULL);
    }

    @Test
    void asksMoreOftenRatherThanMissAnythingWhenItIsOverfull() {
        var possible = full(2 * FULL / 10);

        assertThat(marks(0)).allMatch(mark -> possible.mayInclude(mark) && possible.timesAtMost(mark, PIZZA, 1) == 1);
        assertThat(marks(FULL).filter(possible::mayInclude).count()).isGreaterThan(FULL * 9 / 10);
    }

    @Test
    void tellsOneDiscountAndOneCustomerFromAnother() {
        var possible = complete(1_000);

        possible.add(in(SPAIN, "c-1"), PIZZA);

        var mark = Mark.of(in(SPAIN, "c-1"));
        assertThat(possible.timesAtMost(mark, PIZZA, 3)).isEqualTo(1);
        assertThat(possible.timesAtMost(mark, SUSHI, 3)).isZero();
        assertThat(possible.timesAtMost(mark, new DiscountId("pizza", "p"), 3)).isZero();
        assertThat(possible.timesAtMost(Mark.of(in(SPAIN, "c-2")), PIZZA, 3)).isZero();
    }

    @Test
    void tellsACustomerFromTheOneOfThatNameInAnotherRegion() {
        var possible = complete(1_000);

        possible.add(in(SPAIN, "c-1"), PIZZA);

        assertThat(possible.mayInclude(Mark.of(in(SPAIN, "c-1")))).isTrue();
        assertThat(possible.mayInclude(Mark.of(in(PORTUGAL, "c-1")))).isFalse();
        assertThat(possible.timesAtMost(Mark.of(in(PORTUGAL, "c-1")), PIZZA, 3)).isZero();
    }

    @Test
    void isSureOfNobodyBeforeItIsComplete() {
        var possible = new PossibleUses(1_000, clock);
        var mark = Mark.of(in(SPAIN, "c-1"));

        assertThat(possible.isCurrent()).isFalse();
        assertThat(possible.mayInclude(mark)).isTrue();
        possible.completeAsOf(clock.instant());
        assertThat(possible.isCurrent()).isTrue();
        assertThat(possible.mayInclude(mark)).isFalse();
    }

    @Test
    void isSureOfNobodyOnceItWasCompleteTooLongAgo() {
        var possible = complete(1_000);
        var mark = Mark.of(in(SPAIN, "c-1"));

        clock.advance(PossibleUses.GOOD_FOR.minusMillis(1));
        assertThat(possible.mayInclude(mark)).isFalse();
        clock.advance(PossibleUses.GOOD_FOR);
        assertThat(possible.isCurrent()).isFalse();
        assertThat(possible.mayInclude(mark)).isTrue();
    }

    @Test
    void countsTheUsesOfADiscountUpToEight() {
        var possible = complete(1_000);
        var mark = Mark.of(in(SPAIN, "c-1"));

        for (int times = 1; times <= 10; times++) {
            possible.add(in(SPAIN, "c-1"), PIZZA);
            assertThat(possible.timesAtMost(mark, PIZZA, PossibleUses.MOST_TIMES))
                    .isEqualTo(Math.min(times, PossibleUses.MOST_TIMES));
        }

        assertThat(possible.size()).isEqualTo(1 + PossibleUses.MOST_TIMES);
    }

    private PossibleUses complete(int room) {
        var possible = new PossibleUses(room, clock);
        possible.completeAsOf(clock.instant());
        return possible;
    }

    private PossibleUses full(int room) {
        var possible = complete(room);
        for (int i = 0; i < FULL; i++) {
            possible.add(in(SPAIN, "c-" + i), PIZZA);
        }
        return possible;
    }

    private static int times(List<String> customers, List<String> discounts, int of) {
        var times = IntStream.range(0, customers.size())
                .filter(i -> customers.get(i).equals(customers.get(of)))
                .filter(i -> used(discounts, i).equals(used(discounts, of)))
                .count();
        return (int) Math.min(times, PossibleUses.MOST_TIMES);
    }

    private static DiscountId used(List<String> discounts, int customer) {
        return new DiscountId("p", discounts.get(customer % discounts.size()));
    }

    private static Stream<Mark> marks(int from) {
        return Stream.iterate(from, number -> number + 1).limit(FULL).map(number -> Mark.of(in(SPAIN, "c-" + number)));
    }

    private static Pseudonym in(Region region, String customer) {
        return Pseudonym.of(region, customer);
    }
}
