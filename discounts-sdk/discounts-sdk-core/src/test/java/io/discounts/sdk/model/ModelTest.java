package io.discounts.sdk.model;

import io.discounts.sdk.Fixtures;
import io.discounts.sdk.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Values that cannot be invalid, and that nobody changes behind our back. */
class ModelTest {
    private static BasketItem item(String lineId, int quantity, long unitPrice) {
        return new BasketItem(lineId, "p1", List.of(), quantity, unitPrice);
    }

    private static Basket basket(int lines) {
        return new Basket(
                "EUR",
                IntStream.range(0, lines).mapToObj(i -> item("l" + i, 1, 1)).toList(),
                0,
                0);
    }

    private static HoldRequest hold(Duration duration, List<HeldDiscount> discounts) {
        return new HoldRequest(Path.REMOTE, "key", "ES", "c-1", "ck-1", discounts, duration);
    }

    static Stream<Supplier<Object>> impossible() {
        var held = List.of(new HeldDiscount("p:1", 1));
        return Stream.of(
                () -> SearchRequest.of("ES", List.of()),
                () -> SearchRequest.of("ES", Collections.nCopies(201, "s-1")),
                () -> item("l1", 0, 1),
                () -> item("l1", 1001, 1),
                () -> item("l1", 1, -1),
                () -> item("l1", 1, 1_000_000_001),
                () -> basket(0),
                () -> basket(501),
                () -> new Basket("EUR", List.of(item("l1", 1, 1), item("l1", 1, 1)), 0, 0),
                () -> new Basket("EUR", List.of(item("l1", 1, 1)), -1, 0),
                () -> new Basket("EUR", List.of(item("l1", 1, 1)), 0, -1),
                () -> new Customer("c-1", null, -1),
                () -> new HeldDiscount("p:1", -1),
                () -> new LineAmount("l1", -1),
                () -> new AppliedDiscount("p:1", -1, "items", List.of()),
                () -> hold(Duration.ofSeconds(9), held),
                () -> hold(Duration.ofSeconds(1801), held),
                () -> hold(Duration.ofMillis(10_500), held),
                () -> hold(HoldRequest.DEFAULT_HOLD, List.of()));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void refusesWhatTheContractRefuses(Supplier<Object> value) {
        assertThatThrownBy(value::get).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Supplier<Object>> extremes() {
        var held = List.of(new HeldDiscount("p:1", 0));
        return Stream.of(
                () -> SearchRequest.of("ES", Collections.nCopies(200, "s-1")),
                () -> item("l1", 1000, 1_000_000_000),
                () -> item("l1", 1, 0),
                () -> basket(500),
                () -> new Customer(null, List.of(), 0),
                () -> hold(Duration.ofSeconds(10), held),
                () -> hold(Duration.ofMinutes(30), held));
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void allowsWhatTheContractAllows(Supplier<Object> value) {
        assertThat(value.get()).isEqualTo(value.get());
    }

    @Test
    void isNotChangedByWhoeverMadeIt() {
        var stores = new ArrayList<>(List.of("s-1"));
        var values = new LinkedHashMap<String, Object>(Map.of("percent", 20L));
        var request = SearchRequest.of("ES", stores);
        var terms = new Terms("percentage_off", values);

        stores.add("s-2");
        values.put("percent", 100L);

        assertThat(request.storeIds()).containsExactly("s-1");
        assertThat(terms.values()).containsEntry("percent", 20L);
        assertThatThrownBy(() -> terms.values().put("percent", 100L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keepsTheOrderOfDiscountsAndTerms() {
        var values = new LinkedHashMap<String, Object>();
        IntStream.range(0, 50).forEach(i -> values.put("v" + i, (long) i));

        assertThat(new Terms("t", values).values().keySet()).containsExactlyElementsOf(values.keySet());
    }

    @Test
    void anotherCustomerAsksTheSame() {
        var request = Fixtures.SEARCH.by(Customer.UNKNOWN);

        assertThat(request.storeIds()).isEqualTo(Fixtures.SEARCH.storeIds());
        assertThat(request.customer()).isEqualTo(Customer.UNKNOWN);
    }

    @Test
    void aLocalAnswerIsFreshAndHasNoWatermarks() {
        assertThat(Fixtures.LOCAL_SEARCH.stale()).isFalse();
        assertThat(Fixtures.LOCAL_SEARCH.watermarks()).isEmpty();
        assertThat(Fixtures.LOCAL_EVALUATION.stale()).isFalse();
        assertThat(Fixtures.LOCAL_EVALUATION.watermarks()).isEmpty();
    }

    @Test
    void aRedemptionOnTheOtherSideIsTheSameOtherwise() {
        var held = List.of(new HeldDiscount("p:1", 1));
        var remote = new Redemption("r-1", RedemptionStatus.HELD, 17, Instant.EPOCH, held, Path.REMOTE);

        assertThat(remote.on(Path.LOCAL))
                .isEqualTo(new Redemption("r-1", RedemptionStatus.HELD, 17, Instant.EPOCH, held, Path.LOCAL));
    }
}
