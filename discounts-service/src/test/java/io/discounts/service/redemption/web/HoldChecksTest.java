package io.discounts.service.redemption.web;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Region;
import io.discounts.service.edge.Validated;
import io.discounts.service.edge.Violation;
import io.discounts.service.redemption.HeldDiscount;
import io.discounts.service.redemption.HoldRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What is right is read, and of what is wrong everything is named. */
class HoldChecksTest {
    private static final HeldDiscountBody GOOD = new HeldDiscountBody("p:1", 380L);

    @Test
    void readsWhatIsRight() {
        var valid = hold(new HoldBody("ES", "c-1", "ck-1", List.of(GOOD, new HeldDiscountBody("p:2", 1L)), 60));

        assertThat(valid)
                .isEqualTo(new Validated.Valid<>(new HoldRequest(
                        new Region("ES"),
                        "c-1",
                        "ck-1",
                        List.of(
                                new HeldDiscount(DiscountId.parse("p:1"), 380),
                                new HeldDiscount(DiscountId.parse("p:2"), 1)),
                        Duration.ofSeconds(60))));
    }

    @Test
    void holdsForFiveMinutesUnlessTold() {
        var valid = (Validated.Valid<HoldRequest>) hold(new HoldBody("ES", "c-1", "ck-1", List.of(GOOD), null));

        assertThat(valid.value().time()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_800})
    void holdsForAsShortAndAsLongAsItMay(int seconds) {
        assertThat(hold(new HoldBody("ES", "c-1", "ck-1", List.of(GOOD), seconds)))
                .isInstanceOf(Validated.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 1_801, -1, Integer.MAX_VALUE})
    void refusesOtherTimes(int seconds) {
        assertThat(wrong(new HoldBody("ES", "c-1", "ck-1", List.of(GOOD), seconds)))
                .containsExactly("/holdSeconds");
    }

    @Test
    void namesAllThatIsMissing() {
        assertThat(wrong(new HoldBody(null, null, null, null, null)))
                .containsExactly("/region", "/customerId", "/checkoutId", "/discounts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\uD800", "x\uDFFFy"})
    void refusesNamesThatNobodyCanWrite(String name) {
        assertThat(wrong(new HoldBody("ES", name, name, List.of(GOOD), 60)))
                .containsExactly("/customerId", "/checkoutId");
    }

    @Test
    void takesNamesOf128CharactersAndNoLongerOnes() {
        assertThat(hold(new HoldBody("ES", "é".repeat(128), "\uD83C\uDF55", List.of(GOOD), 60)))
                .isInstanceOf(Validated.Valid.class);
        assertThat(wrong(new HoldBody("ES", "c".repeat(129), "ck", List.of(GOOD), 60)))
                .containsExactly("/customerId");
    }

    @Test
    void namesEachDiscountThatIsWrong() {
        var discounts = new ArrayList<@Nullable HeldDiscountBody>();
        discounts.add(GOOD);
        discounts.add(null);
        discounts.add(new HeldDiscountBody("no-colon", 1L));
        discounts.add(new HeldDiscountBody("p:1", 1L));
        discounts.add(new HeldDiscountBody("p:3", 0L));
        discounts.add(new HeldDiscountBody("p:4", Money.MAX_MINOR_UNITS + 1));
        discounts.add(new HeldDiscountBody(null, null));

        assertThat(wrong(new HoldBody("ES", "c-1", "ck-1", discounts, 60)))
                .containsExactly(
                        "/discounts/1",
                        "/discounts/2/discountId",
                        "/discounts/3/discountId",
                        "/discounts/4/amount",
                        "/discounts/5/amount",
                        "/discounts/6/discountId",
                        "/discounts/6/amount");
    }

    @Test
    void takesFiftyDiscountsAndNoMore() {
        var fifty = IntStream.range(0, 50)
                .mapToObj(i -> new HeldDiscountBody("p:" + i, Money.MAX_MINOR_UNITS))
                .toList();
        assertThat(hold(new HoldBody("ES", "c-1", "ck-1", List.copyOf(fifty), 60)))
                .isInstanceOf(Validated.Valid.class);

        assertThat(wrong(new HoldBody("ES", "c-1", "ck-1", Collections.nCopies(51, GOOD), 60)))
                .containsExactly("/discounts");
        assertThat(wrong(new HoldBody("ES", "c-1", "ck-1", List.of(), 60))).containsExactly("/discounts");
    }

    @Test
    void readsConfirmationsAndOtherChanges() {
        assertThat(HoldChecks.confirm(new ConfirmBody(17L, "o-1")))
                .isEqualTo(new Validated.Valid<>(new HoldChecks.Change(17, "o-1")));
        assertThat(HoldChecks.change(new TokenBody(17L)))
                .isEqualTo(new Validated.Valid<>(new HoldChecks.Change(17, "")));
        assertThat(pointers(HoldChecks.confirm(new ConfirmBody(null, " "))))
                .containsExactly("/fencingToken", "/orderId");
        assertThat(pointers(HoldChecks.change(new TokenBody(null)))).containsExactly("/fencingToken");
    }

    private static Validated<HoldRequest> hold(HoldBody body) {
        return HoldChecks.hold(body);
    }

    private static List<String> wrong(HoldBody body) {
        return pointers(hold(body));
    }

    private static List<String> pointers(Validated<?> checked) {
        return ((Validated.Invalid<?>) checked)
                .violations().stream().map(Violation::pointer).toList();
    }
}
