package io.discounts.sdk.shadow;

import io.discounts.sdk.Operation;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.model.StoreDiscounts;
import io.discounts.sdk.model.Terms;
import io.discounts.sdk.rollout.RouteKey;
import io.discounts.sdk.shadow.Comparison.Verdict;
import io.discounts.sdk.testkit.Behaviours;
import io.discounts.sdk.testkit.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class LagTest {
    private static final Duration LAG = Duration.ofSeconds(5);

    private final LaggingSides sides = new LaggingSides(LAG);
    private final SimulatedShadow shadow = sides.shadow;

    @AfterEach
    void stop() {
        sides.close();
    }

    @Test
    void whatTheServiceLearnsLaterIsLag() {
        sides.has("s-1", discount("p:2"));
        sides.search();
        shadow.time.passes(Duration.ofMinutes(1));

        assertThat(shadow.heard.verdicts()).containsExactly(Verdict.LAG);
        assertThat(shadow.time.hasNothingDue()).isTrue();
        assertThat(shadow.waiting()).isZero();
    }

    @Test
    void isNotSureBeforeTheWatermarkHasPassedTheCall() {
        sides.control.store("s-1").has(discount("p:1").percentOff(50));
        sides.search();
        shadow.time.passes(LAG);

        assertThat(shadow.heard.compared).isEmpty();
        assertThat(shadow.waiting(Operation.SEARCH))
                .extracting(RouteKey::region)
                .containsExactly("ES");
        assertThat(shadow.waiting(Operation.EVALUATE)).isEmpty();
        shadow.time.passes(Duration.ofMinutes(1));
        assertThat(shadow.heard.verdicts()).containsExactly(Verdict.DEFECT);
    }

    @Test
    void whatTheServiceNeverLearnsIsADefect() {
        sides.control.store("s-1").has(discount("p:2"));
        sides.search();
        shadow.time.passes(Duration.ofMinutes(1));

        assertThat(shadow.heard.comparisons())
                .singleElement()
                .isInstanceOfSatisfying(Comparison.Mismatched.class, defect -> {
                    assertThat(defect.verdict()).isEqualTo(Verdict.DEFECT);
                    assertThat(defect.mismatches())
                            .extracting(Mismatch::kind, Mismatch::pointer)
                            .contains(tuple(MismatchKind.MISSING, "/discounts/p:2"));
                });
    }

    @Test
    void anExpiredDiscountThatTheLocalSearchShowsIsADefect() {
        sides.has("s-1", discount("p:3").validUntil(shadow.time.instant().plusSeconds(30)));
        shadow.time.passes(Duration.ofSeconds(31));
        var blind = new Side(
                (request, call) -> sides.local.search(at(request, Instant.parse("2026-11-22T12:00:00Z")), call));

        shadow.call(new SearchQuestion(LaggingSides.SEARCH), LaggingSides.SEARCH, blind, sides.service);
        shadow.time.passes(Duration.ofMinutes(1));

        assertThat(shadow.heard.verdicts()).containsExactly(Verdict.DEFECT);
    }

    @Test
    void aDiscountThatExpiresWhileItIsLookedAtAgainIsNoDefect() {
        sides.has("s-1", discount("p:3").validUntil(shadow.time.instant().plusSeconds(3)));
        sides.search();
        shadow.time.passes(Duration.ofMinutes(1));

        assertThat(shadow.heard.verdicts()).containsExactly(Verdict.LAG);
    }

    @Test
    void aWatermarkThatStandsStillDecidesNothing() {
        sides.candidate.lags(Duration.ofDays(1));
        sides.has("s-1", discount("p:2"));
        sides.search();
        sides.candidate.answers("/v1/discounts/search", Response.json("""
                {"stores":[{"storeId":"s-1","discountIds":[]},{"storeId":"s-2","discountIds":[]}],
                 "discounts":{},"watermarks":{"p":"2026-11-22T11:00:00Z"},"stale":false}"""));
        shadow.time.passes(Duration.ofMinutes(5));

        assertThat(shadow.heard.verdicts()).containsExactly(Verdict.UNDECIDED);
    }

    @Test
    void aProviderThatTheServiceKnowsNothingOfIsADefect() {
        sides.control.store("s-1").has(discount("q:1"));
        sides.search();
        shadow.time.passes(LagOptions.DEFAULTS.longestWait());
        assertThat(shadow.heard.compared).isEmpty();
        shadow.time.passes(Duration.ofMinutes(5));

        assertThat(shadow.heard.verdicts()).containsExactly(Verdict.DEFECT);
    }

    @Test
    void aServiceThatIsAwayDecidesNothing() {
        sides.has("s-1", discount("p:2"));
        sides.search();
        sides.candidate.plays(Behaviours.unavailable());
        shadow.time.passes(Duration.ofMinutes(5));

        assertThat(shadow.heard.verdicts()).containsExactly(Verdict.UNDECIDED);
    }

    @Test
    void tooManySuspectsAreUndecidedAtOnce() {
        var small = new SimulatedShadow(LagOptions.DEFAULTS.withSuspects(1), 1);
        var one = Side.answering(SearchAnswer.of(List.of(new StoreDiscounts("s-1", List.of("p:1"))), Map.of()));
        var none = Side.answering(SearchAnswer.of(List.of(), Map.of()));

        small.call(new SearchQuestion(LaggingSides.SEARCH), LaggingSides.SEARCH, one, none);
        small.call(new SearchQuestion(LaggingSides.SEARCH), LaggingSides.SEARCH, one, none);

        assertThat(small.heard.verdicts()).containsExactly(Verdict.UNDECIDED);
    }

    @Test
    void whatTheLocalSearchDoesNotAgreeWithItselfAboutIsNoise() {
        var turns = new ArrayList<>(List.of(true, false));
        var flaky = new Side((request, call) ->
                turns.remove(0) ? SearchAnswer.of(List.of(), Map.of()) : sides.local.search(request, call));

        shadow.call(new SearchQuestion(LaggingSides.SEARCH), LaggingSides.SEARCH, flaky, sides.service);

        assertThat(shadow.heard.verdicts()).containsExactly(Verdict.NOISE);
        assertThat(shadow.time.hasNothingDue()).isTrue();
    }

    @Test
    void whatItContradictsItselfAboutWhileItIsWatchedIsNoise() {
        var turns = new ArrayList<>(List.of(10, 10, 20, 30));
        var flaky = new Side((request, call) -> percent(turns.remove(0)));

        shadow.call(new SearchQuestion(LaggingSides.SEARCH), LaggingSides.SEARCH, flaky, fivePercent());
        shadow.time.passes(Duration.ofMinutes(1));

        assertThat(shadow.heard.verdicts()).containsExactly(Verdict.NOISE);
        assertThat(turns).isEmpty();
    }

    @Test
    void whatNeverStandsStillIsUndecidedInTheEnd() {
        var restless = new Side((request, call) -> percent(shadow.time.instant().getEpochSecond()));

        shadow.call(new SearchQuestion(LaggingSides.SEARCH), LaggingSides.SEARCH, restless, fivePercent());
        shadow.time.passes(LagOptions.DEFAULTS.longestWatch());
        assertThat(shadow.heard.compared).isEmpty();
        shadow.time.passes(Duration.ofMinutes(1));

        assertThat(shadow.heard.verdicts()).containsExactly(Verdict.UNDECIDED);
        assertThat(shadow.time.hasNothingDue()).isTrue();
    }

    @Test
    void eachConfirmationNeedsALaterMomentThatTheServiceHasPassed() {
        var suspect = new Suspect(new Mismatch(MismatchKind.MISSING, "/a", "/a", "1", null), second(0));
        assertThat(confirmations(suspect, second(8), second(1))).isOne();
        assertThat(confirmations(suspect, second(10), second(3))).isOne();
        assertThat(confirmations(suspect, second(12), second(5))).isOne();
        assertThat(confirmations(suspect, second(15), second(8))).isEqualTo(2);
        assertThat(confirmations(suspect, second(20), second(13))).isEqualTo(3);
    }

    private static int confirmations(Suspect suspect, Instant at, Instant passed) {
        assertThat(suspect.isExplainedBy(suspect.last(), new Look(at, passed))).isFalse();
        return suspect.confirmations();
    }

    private static Instant second(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    private Side fivePercent() {
        return new Side((request, call) -> {
            var answer = percent(5);
            return new SearchAnswer(answer.stores(), answer.discounts(), Map.of("p", shadow.time.instant()), false);
        });
    }

    private static SearchAnswer percent(long percent) {
        var effect = new Terms("percentOff", Map.of("percent", percent));
        var discount =
                new ListedDiscount("p:1", "p", "p:1", "EUR", effect, new Terms("basket", Map.of()), List.of(), null);
        return SearchAnswer.of(
                List.of(new StoreDiscounts("s-1", List.of("p:1")), new StoreDiscounts("s-2", List.of())),
                Map.of("p:1", discount));
    }

    private static SearchRequest at(SearchRequest request, Instant at) {
        return new SearchRequest(request.region(), request.storeIds(), request.customer(), request.context(), at);
    }
}
