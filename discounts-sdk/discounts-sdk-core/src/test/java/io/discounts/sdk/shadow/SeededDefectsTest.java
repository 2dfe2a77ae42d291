package io.discounts.sdk.shadow;

import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.model.Terms;
import io.discounts.sdk.shadow.Comparison.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;

/** A local search that is wrong in ways of real ones, beside a service that is right and five seconds late. */
class SeededDefectsTest {
    private static final int SEARCHES = 20;

    private static final Seeded ROUNDING_ERROR = new Seeded(
            "a rounding error",
            MismatchKind.VALUE,
            "/discounts/p:20/effect/percent",
            UnaryOperator.identity(),
            SeededDefectsTest::rounded);

    private static final Seeded MISSING_STORE = new Seeded(
            "a missing store",
            MismatchKind.EXTRA,
            "/stores/s-2",
            UnaryOperator.identity(),
            SeededDefectsTest::withoutTheSecondStore);

    private static final Seeded EXPIRED_DISCOUNT = new Seeded(
            "an expired discount",
            MismatchKind.MISSING,
            "/discounts/p:21",
            SeededDefectsTest::byAClockThatStands,
            UnaryOperator.identity());

    private final LaggingSides sides = new LaggingSides(Duration.ofSeconds(5));

    SeededDefectsTest() {
        sides.has("s-1", discount("p:20").percentOff(new BigDecimal("12.50")));
        sides.has("s-1", discount("p:21").validUntil(sides.shadow.time.instant().plusSeconds(30)));
        sides.has("s-2", discount("p:22"));
        sides.shadow.time.passes(Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() {
        sides.close();
    }

    static Stream<Seeded> defects() {
        return Stream.of(ROUNDING_ERROR, MISSING_STORE, EXPIRED_DISCOUNT);
    }

    @ParameterizedTest
    @MethodSource("defects")
    void isFoundInEveryCallAndClassified(Seeded seeded) {
        searchWhileDataChange(List.of(seeded));

        assertThat(sides.shadow.heard.verdicts()).hasSize(SEARCHES).containsOnly(Verdict.DEFECT);
        assertThat(mismatches()).anyMatch(seeded::is);
        defects()
                .filter(other -> !other.equals(seeded))
                .forEach(other -> assertThat(mismatches()).noneMatch(other::is));
    }

    @Test
    void allAreFoundTogether() {
        searchWhileDataChange(defects().toList());

        assertThat(sides.shadow.heard.verdicts()).hasSize(SEARCHES).containsOnly(Verdict.DEFECT);
        assertThat(defects()).allSatisfy(seeded -> assertThat(mismatches()).anyMatch(seeded::is));
    }

    @Test
    void noneIsFoundWhereThereIsNone() {
        searchWhileDataChange(List.of());

        assertThat(sides.shadow.heard.compared).hasSize(SEARCHES);
        assertThat(sides.shadow.heard.verdicts()).isNotEmpty().containsOnly(Verdict.LAG);
    }

    /** Data that change all the time: each search finds the service behind. */
    private void searchWhileDataChange(List<Seeded> seeded) {
        var random = new Random(7);
        var local = new Side((request, call) -> {
            var asked = request;
            for (var defect : seeded) {
                asked = defect.asking.apply(asked);
            }
            var answer = sides.local.search(asked, call);
            for (var defect : seeded) {
                answer = defect.answering.apply(answer);
            }
            return answer;
        });
        for (var search = 0; search < SEARCHES; search++) {
            sides.changes(random);
            sides.shadow.call(new SearchQuestion(LaggingSides.SEARCH), LaggingSides.SEARCH, local, sides.service);
            sides.shadow.time.passes(Duration.ofMillis(200 + random.nextInt(3000)));
        }
        sides.shadow.time.passes(Duration.ofMinutes(10));
    }

    private List<Mismatch> mismatches() {
        return sides.shadow.heard.comparisons().stream()
                .filter(Comparison.Mismatched.class::isInstance)
                .flatMap(comparison -> ((Comparison.Mismatched) comparison).mismatches().stream())
                .toList();
    }

    private static SearchAnswer rounded(SearchAnswer answer) {
        var discounts = new LinkedHashMap<String, ListedDiscount>();
        answer.discounts().forEach((id, discount) -> discounts.put(id, rounded(discount)));
        return SearchAnswer.of(answer.stores(), discounts);
    }

    private static ListedDiscount rounded(ListedDiscount it) {
        var values = new LinkedHashMap<>(it.effect().values());
        values.computeIfPresent(
                "percent", (name, percent) -> new BigDecimal(percent.toString()).setScale(0, RoundingMode.HALF_UP));
        return new ListedDiscount(
                it.id(),
                it.provider(),
                it.label(),
                it.currency(),
                new Terms(it.effect().type(), values),
                it.target(),
                it.conditions(),
                it.validUntil());
    }

    private static SearchAnswer withoutTheSecondStore(SearchAnswer answer) {
        var stores = answer.stores().stream()
                .filter(store -> !store.storeId().equals("s-2"))
                .toList();
        return SearchAnswer.of(stores, answer.discounts());
    }

    private static SearchRequest byAClockThatStands(SearchRequest request) {
        var stopped = Instant.parse("2026-11-22T12:00:00Z");
        return new SearchRequest(request.region(), request.storeIds(), request.customer(), request.context(), stopped);
    }

    /** What is wrong with a local search, and how it shows. */
    record Seeded(
            String name,
            MismatchKind kind,
            String pointer,
            UnaryOperator<SearchRequest> asking,
            UnaryOperator<SearchAnswer> answering) {
        boolean is(Mismatch mismatch) {
            return mismatch.kind() == kind && mismatch.pointer().equals(pointer);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
