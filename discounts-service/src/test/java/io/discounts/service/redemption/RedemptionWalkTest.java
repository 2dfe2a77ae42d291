package io.discounts.service.redemption;

import io.discounts.fixtures.SettableClock;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class RedemptionWalkTest {
    private static final Region REGION = new Region("ES");

    /** What a thawed instance and a database that waits a minute for it may take at most. */
    private static final int LONGEST_TRANSACTION = 80;

    private final SettableClock clock = new SettableClock();
    private final PossibleUses possible = new PossibleUses(100_000, clock);
    private final RedemptionTable table = new RedemptionTable();
    private final RedemptionWalk walk = new RedemptionWalk(
            table,
            new CustomerUses(
                    possible,
                    (region, customer) -> Map.of(),
                    Runnable::run,
                    Duration.ofSeconds(5),
                    new RedemptionMetrics(new SimpleMeterRegistry()),
                    clock),
            possible,
            clock);

    @Test
    void learnsPageByPageOfAllThereIs() {
        for (int number = 1; number <= 2 * RedemptionWalk.PAGE; number++) {
            table.commit(number, clock.instant());
        }

        walk.walk();

        assertThat(table.asked).containsExactly(0L, 5_000L, 10_000L);
        assertThat(table.numbers()).allMatch(this::isKnown);
        assertThat(possible.isCurrent()).isTrue();
        assertThat(isKnown(10_001)).isFalse();
    }

    @Test
    void isNotCompleteBeforeItHasReadTheLastPage() {
        for (int number = 1; number <= RedemptionWalk.PAGE; number++) {
            table.commit(number, clock.instant());
        }
        table.failAt = 2;

        walk.walk();
        assertThat(possible.isCurrent()).isFalse();

        walk.walk();
        assertThat(possible.isCurrent()).isTrue();
    }

    @Test
    void goesOnAfterAFailureWithWhatIsNotSettled() {
        for (int number = 1; number <= RedemptionWalk.PAGE; number++) {
            table.commit(number, clock.instant());
        }
        clock.advance(RedemptionWalk.SETTLED.plusSeconds(1));
        table.failAt = 2;
        walk.walk();

        table.commit(5_001, clock.instant());
        walk.walk();
        walk.walk();

        assertThat(table.asked).containsExactly(0L, 5_000L, 5_000L, 5_000L);
        assertThat(isKnown(5_001)).isTrue();
    }

    @Test
    void findsWhatIsCommittedBehindLaterNumbers() {
        var drawn = clock.instant();
        table.commit(2, drawn);
        walk.walk();
        assertThat(isKnown(1)).isFalse();

        clock.advance(Duration.ofSeconds(LONGEST_TRANSACTION));
        walk.walk();
        table.commit(1, drawn);
        walk.walk();

        assertThat(isKnown(1)).isTrue();
    }

    @Test
    void isAsOldAsTheBeginningOfAWalkThatTakesLong() {
        table.takes = PossibleUses.GOOD_FOR;

        walk.walk();

        assertThat(possible.isCurrent()).isFalse();
    }

    /** Holds draw numbers one after another and are committed whenever they like, but for the longest time one may take. */
    @Property(tries = 100)
    void knowsWhateverWasCommittedBeforeTheLastWalk(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = LONGEST_TRANSACTION) Integer> takes,
            @ForAll @IntRange(max = 20) int secondsBetween,
            @ForAll @IntRange(min = 1, max = 90) int walkEvery) {
        new RedemptionWalkTest().commitAndWalk(takes, secondsBetween, walkEvery);
    }

    private void commitAndWalk(List<Integer> takes, int secondsBetween, int walkEvery) {
        var begin = clock.instant();
        for (int second = 0; second <= takes.size() * secondsBetween + LONGEST_TRANSACTION + walkEvery; second++) {
            for (int i = 0; i < takes.size(); i++) {
                if (second == i * secondsBetween + takes.get(i)) {
                    table.commit(i + 1, begin.plusSeconds((long) i * secondsBetween));
                }
            }
            if (second % walkEvery == 0) {
                walk.walk();
                assertThat(table.numbers()).allMatch(this::isKnown);
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(table.numbers()).hasSize(takes.size());
    }

    private boolean isKnown(long number) {
        var mark = PossibleUses.Mark.of(customer(number));
        return possible.isCurrent()
                && possible.mayInclude(mark)
                && discounts(number).stream().allMatch(discount -> possible.mayInclude(mark.with(discount)));
    }

    private static Pseudonym customer(long number) {
        return Pseudonym.of(REGION, "c-" + number);
    }

    private static List<DiscountId> discounts(long number) {
        return List.of(new DiscountId("p", "everybodys"), new DiscountId("p", "own-" + number));
    }

    /** One customer for each redemption. */
    private final class RedemptionTable implements RedemptionWalk.Pages {
        private final TreeMap<Long, Redeemer> rows = new TreeMap<>();
        private final List<Long> asked = new ArrayList<>();
        private int failAt;
        private Duration takes = Duration.ZERO;

        void commit(long number, Instant createdAt) {
            rows.put(number, new Redeemer(number, customer(number), discounts(number), createdAt));
        }

        List<Long> numbers() {
            return List.copyOf(rows.keySet());
        }

        @Override
        public List<Redeemer> after(long number, int most) {
            asked.add(number);
            clock.advance(takes);
            if (asked.size() == failAt) {
                throw new DataAccessResourceFailureException("away");
            }
            return rows.tailMap(number, false).values().stream().limit(most).toList();
        }
    }
}
