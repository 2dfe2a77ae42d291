package io.discounts.sdk.shadow;

import io.discounts.sdk.Fixtures;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.NotAppliedDiscount;
import io.discounts.sdk.model.Refusal;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.Terms;
import io.discounts.sdk.model.Totals;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class ComparerTest {
    private static final SearchQuestion SEARCH = new SearchQuestion(Fixtures.SEARCH);
    private static final EvaluateQuestion EVALUATE = new EvaluateQuestion(Fixtures.EVALUATE);
    private static final Totals TOTALS = new Totals(0, 0, 0, 0, 0, 0, 0, 0);

    @Property(tries = 100)
    void anAnswerIsAsItself(@ForAll long seed) {
        assertThat(compare(new RandomAnswers(seed).search(), new RandomAnswers(seed).search()))
                .isEmpty();
        assertThat(compare(new RandomAnswers(seed).evaluation(), new RandomAnswers(seed).evaluation()))
                .isEmpty();
    }

    @Property(tries = 50)
    void findsEverySingleDifferenceOfSearchesAtItsPlace(@ForAll long seed) {
        var control = new RandomAnswers(seed).search();
        for (var seeded : SeededDifference.ofSearches()) {
            var found = compare(control, seeded.of().apply(control));

            assertThat(found).as(seeded.toString()).singleElement().satisfies(only -> isAsSeeded(only, seeded));
        }
    }

    @Property(tries = 50)
    void findsEverySingleDifferenceOfEvaluationsAtItsPlace(@ForAll long seed) {
        var control = new RandomAnswers(seed).evaluation();
        for (var seeded : SeededDifference.ofEvaluations()) {
            var found = compare(control, seeded.of().apply(control));

            assertThat(found).as(seeded.toString()).singleElement().satisfies(only -> isAsSeeded(only, seeded));
        }
    }

    @Property(tries = 100)
    void whatIsMissingOnOneSideIsExtraOnTheOther(@ForAll long one, @ForAll long other) {
        var there = compare(new RandomAnswers(one).search(), new RandomAnswers(other).search());
        var back = compare(new RandomAnswers(other).search(), new RandomAnswers(one).search());

        assertThat(back.stream().map(ComparerTest::mirrored)).hasSameElementsAs(there);
    }

    @Test
    void comparesNeitherWatermarksNorStaleness() {
        var answer = new RandomAnswers(1).search();
        var served = new SearchAnswer(answer.stores(), answer.discounts(), Map.of("p", Instant.EPOCH), true);

        assertThat(compare(answer, served)).isEmpty();
    }

    @Test
    void numbersAreTheSameHoweverTheyAreWritten() {
        assertThat(compare(percent(20), percent(new BigDecimal("20.00")))).isEmpty();
        assertThat(compare(percent(20L), percent(20.0))).isEmpty();
        assertThat(compare(percent(20), percent(new BigDecimal("20.01")))).hasSize(1);
    }

    @Test
    void sayingNothingIsAsSayingThatThereIsNothing() {
        assertThat(compare(target(Map.of()), target(Map.of("categories", List.of()))))
                .isEmpty();
        assertThat(compare(target(Map.of("categories", Map.of())), target(Map.of("categories", List.of()))))
                .isEmpty();
    }

    @Test
    void findsDifferencesInListsWithoutIds() {
        var one = target(Map.of("windows", List.of(Map.of("from", "12:00"))));
        var other = target(Map.of("windows", List.of(Map.of("from", "13:00"), Map.of("from", "14:00"))));

        assertThat(compare(one, other))
                .extracting(Mismatch::kind, Mismatch::field, Mismatch::pointer)
                .containsExactly(
                        tuple(
                                MismatchKind.VALUE,
                                "/discounts/{id}/target/windows/{n}/from",
                                "/discounts/p:1/target/windows/0/from"),
                        tuple(
                                MismatchKind.EXTRA,
                                "/discounts/{id}/target/windows/{n}",
                                "/discounts/p:1/target/windows/1"));
    }

    @Test
    void whatIsListedTwiceIsExtra() {
        var one = target(Map.of("categories", List.of("pizza")));
        var other = target(Map.of("categories", List.of("pizza", "pizza")));

        assertThat(compare(one, other))
                .extracting(Mismatch::pointer)
                .containsExactly("/discounts/p:1/target/categories/pizza#2");
    }

    @Test
    void looksAtNothingThatIsIgnored() {
        var options =
                ComparisonOptions.DEFAULTS.ignoring("/discounts/{id}/effect").ignoring("/discounts/p:1/target");

        assertThat(compare(options, percent(20), percent(30))).isEmpty();
        assertThat(compare(options, target(Map.of()), target(Map.of("a", 1)))).isEmpty();
        assertThat(compare(options, percent(20), SearchAnswer.of(List.of(), Map.of())))
                .hasSize(1);
    }

    @Test
    void doesNotCompareTheTextThatUnlocksUnlessToldTo() {
        var one = EvaluateAnswer.of(List.of(), TOTALS, List.of(new NotAppliedDiscount("p:1", List.of(), "add 6 EUR")));
        var other = EvaluateAnswer.of(List.of(), TOTALS, List.of(new NotAppliedDiscount("p:1", List.of(), null)));
        var all = new ComparisonOptions(Set.of(), Map.of(), Set.of(), 20);

        assertThat(compare(one, other)).isEmpty();
        assertThat(new Comparer(all, new CustomerIds("salt")).compare(EVALUATE, one, other))
                .hasSize(1);
    }

    @Test
    void normalisesTextsBeforeItComparesThem() {
        var options = ComparisonOptions.DEFAULTS
                .normalising("/discounts/{id}/label", ComparisonOptions.TRIM)
                .normalising("/discounts/{id}/label", ComparisonOptions.LOWER_CASE)
                .normalising("/discounts/{id}/target/categories/{id}", ComparisonOptions.LOWER_CASE);

        assertThat(compare(options, label("Pizza "), label("pizza"))).isEmpty();
        assertThat(compare(options, label("Pizza"), label("Sushi"))).hasSize(1);
        assertThat(compare(
                        options,
                        target(Map.of("categories", List.of("PIZZA"))),
                        target(Map.of("categories", List.of("pizza")))))
                .isEmpty();
    }

    @Test
    void takesNoNoticeOfOrderWhereToldTo() {
        var options = ComparisonOptions.DEFAULTS.inAnyOrder("/discounts/{id}/target/categories");

        assertThat(compare(
                        options,
                        target(Map.of("categories", List.of("a", "b"))),
                        target(Map.of("categories", List.of("b", "a")))))
                .isEmpty();
    }

    @Test
    void tellsSoManyMismatchesAndNoMore() {
        var options = ComparisonOptions.DEFAULTS.withMaxMismatches(3);

        assertThat(compare(options, new RandomAnswers(1).search(), SearchAnswer.of(List.of(), Map.of())))
                .hasSize(3);
    }

    @Test
    void cutsLongValues() {
        assertThat(compare(label("x".repeat(10_000)), label("y")))
                .allSatisfy(only -> assertThat(only.control()).hasSize(Differences.MAX_LENGTH));
    }

    @Test
    void neverTellsAnIdOfACustomer() {
        var refusal = new Refusal("customer", "customer_mismatch", List.of("c-4711"), "c-4712");
        var one = EvaluateAnswer.of(List.of(), TOTALS, List.of(new NotAppliedDiscount("p:1", List.of(refusal), null)));
        var other = EvaluateAnswer.of(
                List.of(),
                TOTALS,
                List.of(new NotAppliedDiscount(
                        "p:1",
                        List.of(new Refusal("customer", "customer_mismatch", List.of("c-4713"), "c-4714")),
                        null)));
        var condition = new Terms("customer", Map.of("anyOf", List.of("c-4715")));

        assertThat(compare(one, other)).hasSize(3);
        assertThat(compare(one, other).toString()).doesNotContain("c-47").contains("hashed-");
        assertThat(compare(conditions(List.of(condition)), conditions(List.of()))
                        .toString())
                .doesNotContain("c-47")
                .contains("hashed-");
    }

    private static void isAsSeeded(Mismatch found, SeededDifference<?> seeded) {
        assertThat(found.kind()).isEqualTo(seeded.kind());
        assertThat(found.field()).isEqualTo(seeded.field());
        assertThat(found.pointer()).isEqualTo(seeded.pointer());
        assertThat(found.control() == null).isEqualTo(seeded.kind() == MismatchKind.EXTRA);
        assertThat(found.candidate() == null).isEqualTo(seeded.kind() == MismatchKind.MISSING);
    }

    private static Mismatch mirrored(Mismatch it) {
        var kind = switch (it.kind()) {
            case MISSING -> MismatchKind.EXTRA;
            case EXTRA -> MismatchKind.MISSING;
            case VALUE, ORDER -> it.kind();
        };
        return new Mismatch(
                kind, it.field(), it.pointer(), /* control= */ it.candidate(), /* candidate= */ it.control());
    }

    private static List<Mismatch> compare(SearchAnswer control, SearchAnswer candidate) {
        return compare(ComparisonOptions.DEFAULTS.withMaxMismatches(1000), control, candidate);
    }

    private static List<Mismatch> compare(ComparisonOptions options, SearchAnswer control, SearchAnswer candidate) {
        return new Comparer(options, new CustomerIds("salt")).compare(SEARCH, control, candidate);
    }

    private static List<Mismatch> compare(EvaluateAnswer control, EvaluateAnswer candidate) {
        return new Comparer(ComparisonOptions.DEFAULTS, new CustomerIds("salt")).compare(EVALUATE, control, candidate);
    }

    private static SearchAnswer percent(Object percent) {
        return listed("label", new Terms("percentage_off", Map.of("percent", percent)), List.of(), Map.of());
    }

    private static SearchAnswer label(String label) {
        return listed(label, new Terms("percentage_off", Map.of()), List.of(), Map.of());
    }

    private static SearchAnswer conditions(List<Terms> conditions) {
        return listed("label", new Terms("percentage_off", Map.of()), conditions, Map.of());
    }

    private static SearchAnswer target(Map<String, Object> values) {
        return listed("label", new Terms("percentage_off", Map.of()), List.of(), values);
    }

    private static SearchAnswer listed(String label, Terms effect, List<Terms> conditions, Map<String, Object> target) {
        var discount =
                new ListedDiscount("p:1", "p", label, "EUR", effect, new Terms("items", target), conditions, null);
        return SearchAnswer.of(List.of(), Map.of("p:1", discount));
    }
}
