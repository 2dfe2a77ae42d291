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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static io.discounts.service.redemption.RedemptionStatus.CONFIRMED;
import static io.discounts.service.redemption.RedemptionStatus.HELD;
import static io.discounts.service.redemption.RedemptionStatus.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

class RedemptionWalkTest {
    private static final Region REGION = new Region("ES");
    private static final DiscountId DISCOUNT = new DiscountId("p", "walked");

    /** What a thawed instance and a database that waits a minute for it may take at most. */
    private static final int LONGEST_TRANSACTION = 80;

    private int customers = Integer.MAX_VALUE;

    private final SettableClock clock = new SettableClock();
    private final PossibleUses possible = new PossibleUses(100_000, clock);
    private final RedemptionTable table = new RedemptionTable();
    private final CustomerUses uses = new CustomerUses(
            possible,
            (region, customer) -> table.uses(customer),
            Runnable::run,
            Duration.ofSeconds(5),
            new RedemptionMetrics(new SimpleMeterRegistry()),
            clock);
    private final RedemptionWalk walk = new RedemptionWalk(table, uses, possible, clock);

    @Test
    void learnsPageByPageOfAllThereIs() {
        for (int number = 1; number <= 2 * RedemptionWalk.PAGE; number++) {
            table.commit(number, HELD, clock.instant());
        }
        clock.advance(RedemptionWalk.SETTLED.plusSeconds(1));

        walk.walk();

        assertThat(table.asked).containsExactly("after 0", "after 5000", "after 10000", "changed");
        assertThat(table.rows.keySet()).allMatch(this::isKnown);
        assertThat(isKnown(10_001)).isFalse();
    }

    @Test
    void readsAllOnceAndThenWhatHasChanged() {
        table.commit(1, HELD, clock.instant());
        walk.walk();
        clock.advance(RedemptionWalk.SETTLED);

        for (int number = 2; number <= RedemptionWalk.PAGE + 2; number++) {
            table.commit(number, HELD, clock.instant());
        }
        walk.walk();

        assertThat(table.asked).containsExactly("after 0", "changed", "changed", "changed");
        assertThat(table.rows.keySet()).allMatch(this::isKnown);
    }

    @Test
    void isNotCompleteBeforeItHasReadTheLastPage() {
        for (int number = 1; number <= RedemptionWalk.PAGE; number++) {
            table.commit(number, HELD, clock.instant());
        }
        table.failAt = 2;

        walk.walk();
        assertThat(possible.isCurrent()).isFalse();

        walk.walk();
        assertThat(possible.isCurrent()).isTrue();
        assertThat(table.asked.subList(0, 3)).containsExactly("after 0", "after 5000", "after 5000");
    }

    @Test
    void findsAfterAFailureWhatHasChangedSinceTheLastWalk() {
        walk.walk();
        table.commit(1, HELD, clock.instant());
        table.failAt = 3;

        walk.walk();
        clock.advance(RedemptionWalk.SETTLED.multipliedBy(3));
        walk.walk();

        assertThat(isKnown(1)).isTrue();
    }

    @Test
    void findsWhatIsCommittedBehindLaterNumbers() {
        var drawn = clock.instant();
        table.commit(2, HELD, drawn);
        walk.walk();
        assertThat(isKnown(1)).isFalse();

        clock.advance(Duration.ofSeconds(LONGEST_TRANSACTION));
        walk.walk();
        table.commit(1, HELD, drawn);
        walk.walk();

        assertThat(isKnown(1)).isTrue();
    }

    @Test
    void isAsOldAsTheBeginningOfAWalkThatTakesLong() {
        table.takes = PossibleUses.GOOD_FOR;

        walk.walk();

        assertThat(possible.isCurrent()).isFalse();
    }

    @Test
    void hasNobodyAskedAboutAgainAsLongAsTheirUsesStand() {
        table.commit(1, HELD, clock.instant());
        walk.walk();
        assertThat(uses(1)).isEqualTo(1);

        clock.advance(Duration.ofSeconds(5));
        table.commit(1, CONFIRMED, clock.instant());
        for (int i = 0; i < 30; i++) {
            walk.walk();
            assertThat(uses(1)).isEqualTo(1);
            clock.advance(Duration.ofSeconds(5));
        }

        assertThat(table.loads).isEqualTo(1);
    }

    @Test
    void hasNobodyAskedAboutWhoHasUsedItLessOftenThanTheyMay() {
        customers = 1;
        table.commit(1, CONFIRMED, clock.instant());
        table.commit(2, CONFIRMED, clock.instant());
        clock.advance(RedemptionWalk.SETTLED.plusSeconds(1));
        walk.walk();

        assertThat(uses.visit(REGION, name(1)).uses(new DiscountKey(REGION, DISCOUNT), 3))
                .isEqualTo(2);
        assertThat(table.loads).isZero();

        table.commit(3, HELD, clock.instant());
        walk.walk();
        assertThat(uses.visit(REGION, name(1)).uses(new DiscountKey(REGION, DISCOUNT), 3))
                .isEqualTo(3);
        assertThat(table.loads).isEqualTo(1);
    }

    @Test
    void takesNoAnswerForGoodWhileNobodyLooksForChanges() {
        table.commit(1, HELD, clock.instant());
        walk.walk();
        assertThat(uses(1)).isEqualTo(1);
        table.commit(1, RELEASED, clock.instant());

        clock.advance(UsesAnswer.HOLDS.minusMillis(1));
        assertThat(uses(1)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(uses(1)).isZero();
    }

    /**
     * All news is lost. Holds draw numbers one after another and are committed whenever they like, but for the longest time one may
     * take; so is what becomes of them.
     */
    @Property(tries = 100)
    void tellsWhateverWasCommittedBeforeTheLastWalk(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = LONGEST_TRANSACTION) Integer> takes,
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = LONGEST_TRANSACTION) Integer> endTakes,
            @ForAll @IntRange(max = 20) int secondsBetween,
            @ForAll @IntRange(max = 120) int heldFor,
            @ForAll @IntRange(min = 1, max = 90) int walkEvery,
            @ForAll @IntRange(min = 1, max = 8) int customers) {
        var test = new RedemptionWalkTest();
        test.customers = customers;
        test.commitAndWalk(takes, endTakes, secondsBetween, heldFor, walkEvery);
    }

    private void commitAndWalk(
            List<Integer> takes, List<Integer> endTakes, int secondsBetween, int heldFor, int walkEvery) {
        var begin = clock.instant();
        var last = takes.size() * secondsBetween + 2 * LONGEST_TRANSACTION + heldFor + walkEvery;
        for (int second = 0; second <= last; second++) {
            for (int i = 0; i < takes.size(); i++) {
                var drawn = i * secondsBetween;
                var held = drawn + takes.get(i);
                var ends = held + heldFor;
                if (second == held) {
                    table.commit(i + 1, HELD, begin.plusSeconds(drawn));
                }
                if (second == ends + endTakes.get(i % endTakes.size())) {
                    table.commit(i + 1, i % 3 == 0 ? CONFIRMED : RELEASED, begin.plusSeconds(ends));
                }
            }
            if (second % walkEvery == 0) {
                walk.walk();
                for (var customer = 1; customer <= customers; customer++) {
                    assertTold(customer);
                }
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(table.rows)
                .hasSize(takes.size())
                .noneSatisfy((number, row) -> assertThat(row.status()).isEqualTo(HELD));
    }

    /** Whatever the limit is. */
    private void assertTold(long number) {
        var used = table.standing(name(number));
        for (var limit = 1; limit <= 4; limit++) {
            var told = uses.visit(REGION, name(number)).uses(new DiscountKey(REGION, DISCOUNT), limit);
            assertThat(told >= limit).isEqualTo(used >= limit);
        }
        assertThat(uses(number) > 0).isEqualTo(used > 0);
    }

    private long uses(long number) {
        return uses.visit(REGION, name(number)).uses(new DiscountKey(REGION, DISCOUNT), 1);
    }

    private boolean isKnown(long number) {
        var mark = PossibleUses.Mark.of(Pseudonym.of(REGION, name(number)));
        return possible.isCurrent() && possible.mayInclude(mark) && possible.timesAtMost(mark, DISCOUNT, 1) > 0;
    }

    private String name(long number) {
        return "c-" + number % customers;
    }

    private final class RedemptionTable implements RedemptionWalk.Pages {
        private final TreeMap<Long, Redeemer> rows = new TreeMap<>();
        private final List<String> asked = new ArrayList<>();
        private int loads;
        private int failAt;
        private Duration takes = Duration.ZERO;

        void commit(long number, RedemptionStatus status, Instant changedAt) {
            var customer = Pseudonym.of(REGION, name(number));
            var before = rows.get(number);
            var createdAt = before == null ? changedAt : before.createdAt();
            rows.put(number, new Redeemer(number, customer, List.of(DISCOUNT), status, createdAt, changedAt));
        }

        Map<DiscountKey, Long> uses(String customer) {
            loads++;
            return Map.of(new DiscountKey(REGION, DISCOUNT), standing(customer));
        }

        long standing(String customer) {
            return rows.values().stream()
                    .filter(row -> name(row.number()).equals(customer) && row.status() != RELEASED)
                    .count();
        }

        @Override
        public List<Redeemer> after(long number, int most) {
            ask("after " + number);
            return rows.tailMap(number, false).values().stream().limit(most).toList();
        }

        @Override
        public List<Redeemer> changedAfter(Instant changedAt, long number, int most) {
            ask("changed");
            return rows.values().stream()
                    .filter(row -> row.changedAt().isAfter(changedAt)
                            || (row.changedAt().equals(changedAt) && row.number() > number))
                    .sorted(Comparator.comparing(Redeemer::changedAt).thenComparing(Redeemer::number))
                    .limit(most)
                    .toList();
        }

        private void ask(String what) {
            asked.add(what);
            clock.advance(takes);
            if (asked.size() == failAt) {
                throw new DataAccessResourceFailureException("away");
            }
        }
    }
}
