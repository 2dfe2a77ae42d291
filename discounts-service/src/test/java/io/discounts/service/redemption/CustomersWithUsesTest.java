package io.discounts.service.redemption;

import io.discounts.fixtures.SettableClock;
import io.discounts.service.discount.Region;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class CustomersWithUsesTest {
    private static final Region SPAIN = new Region("ES");
    private static final Region PORTUGAL = new Region("PT");

    private final SettableClock clock = new SettableClock();

    @Property(tries = 200)
    void neverMissesACustomerItWasToldOf(
            @ForAll List<String> customers, @ForAll @IntRange(min = 1, max = 50) int room) {
        var withUses = complete(room);

        customers.forEach(customer -> withUses.add(in(SPAIN, customer)));

        assertThat(customers).allMatch(customer -> withUses.mayInclude(in(SPAIN, customer)));
    }

    @Test
    void takesOneInAHundredForACustomerWithUsesWhenItIsFull() {
        var withUses = complete(10_000);
        customers(0).forEach(withUses::add);

        var taken = customers(10_000).stream().filter(withUses::mayInclude).count();

        assertThat(taken).isBetween(1L, 150L);
        assertThat(withUses.size()).isBetween(9_800L, 10_000L);
    }

    @Test
    void asksMoreOftenRatherThanMissAnybodyWhenItIsOverfull() {
        var withUses = complete(1_000);
        customers(0).forEach(withUses::add);

        assertThat(customers(0)).allMatch(withUses::mayInclude);
        assertThat(customers(10_000).stream().filter(withUses::mayInclude).count())
                .isGreaterThan(9_000);
    }

    @Test
    void tellsACustomerFromTheOneOfThatNameInAnotherRegion() {
        var withUses = complete(1_000);

        withUses.add(in(SPAIN, "c-1"));

        assertThat(withUses.mayInclude(in(SPAIN, "c-1"))).isTrue();
        assertThat(withUses.mayInclude(in(PORTUGAL, "c-1"))).isFalse();
    }

    @Test
    void isSureOfNobodyBeforeItIsComplete() {
        var withUses = new CustomersWithUses(1_000, clock);

        assertThat(withUses.isCurrent()).isFalse();
        assertThat(withUses.mayInclude(in(SPAIN, "c-1"))).isTrue();
        withUses.completeAsOf(clock.instant());
        assertThat(withUses.isCurrent()).isTrue();
        assertThat(withUses.mayInclude(in(SPAIN, "c-1"))).isFalse();
    }

    @Test
    void isSureOfNobodyOnceItWasCompleteTooLongAgo() {
        var withUses = complete(1_000);

        clock.advance(CustomersWithUses.GOOD_FOR.minusMillis(1));
        assertThat(withUses.mayInclude(in(SPAIN, "c-1"))).isFalse();
        clock.advance(CustomersWithUses.GOOD_FOR);
        assertThat(withUses.isCurrent()).isFalse();
        assertThat(withUses.mayInclude(in(SPAIN, "c-1"))).isTrue();
    }

    @Test
    void tellsWhoWasNotInItBefore() {
        var withUses = complete(1_000);

        assertThat(withUses.add(in(SPAIN, "c-1"))).isTrue();
        assertThat(withUses.add(in(SPAIN, "c-1"))).isFalse();
        assertThat(withUses.size()).isEqualTo(1);
    }

    private CustomersWithUses complete(int room) {
        var withUses = new CustomersWithUses(room, clock);
        withUses.completeAsOf(clock.instant());
        return withUses;
    }

    private static List<Pseudonym> customers(int from) {
        return IntStream.range(from, from + 10_000)
                .mapToObj(number -> in(SPAIN, "c-" + number))
                .toList();
    }

    private static Pseudonym in(Region region, String customer) {
        return Pseudonym.of(region, customer);
    }
}
