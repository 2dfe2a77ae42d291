package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import io.discounts.service.edge.Validated;
import io.discounts.service.edge.Violation;
import io.discounts.service.eligibility.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

class SearchRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void takesTheLeast() {
        var request = valid(new SearchBody("ES", List.of("s-1"), null, null, null));

        assertThat(request)
                .isEqualTo(new SearchRequest(
                        new Region("ES"),
                        List.of(new StoreId("s-1")),
                        new Facts(Facts.Customer.UNKNOWN, Facts.Context.UNKNOWN, null, NOW)));
    }

    @Test
    void takesAllThatIsTold() {
        var request = valid(new SearchBody(
                "ES",
                List.of("s-1", "s-2"),
                new CustomerBody("c-1", List.of("prime"), 3),
                new ContextBody("ios", "delivery", "card"),
                "2026-12-01T00:00:00Z"));

        assertThat(request.facts())
                .isEqualTo(new Facts(
                        new Facts.Customer("c-1", Set.of("prime"), 3),
                        new Facts.Context("ios", "delivery", "card"),
                        null,
                        Instant.parse("2026-12-01T00:00:00Z")));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var body = new SearchBody(
                "es",
                Arrays.asList("s-1", "s 2", null, "x".repeat(65)),
                new CustomerBody("", Arrays.asList("prime", null), -1),
                new ContextBody("x".repeat(129), null, null),
                "yesterday");

        assertThat(pointers(body))
                .containsExactlyInAnyOrder(
                        "/region",
                        "/storeIds/1",
                        "/storeIds/2",
                        "/storeIds/3",
                        "/customer/id",
                        "/customer/segments/1",
                        "/customer/orderCount",
                        "/context/platform",
                        "/at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "es", "ESP", "", "E\u0000"})
    void refusesWhatIsNoCountry(String region) {
        assertThat(pointers(new SearchBody(region, List.of("s-1"), null, null, null)))
                .containsExactly("/region");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void refusesTooFewAndTooManyStores(int count) {
        assertThat(pointers(new SearchBody("ES", nCopies(count, "s-1"), null, null, null)))
                .containsExactly("/storeIds");
    }

    @Test
    void takesTwoHundredStores() {
        assertThat(valid(new SearchBody("ES", nCopies(200, "s-1"), null, null, null))
                        .storeIds())
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s/1", "s 1", "s\n1", "ß", "<script>", "s'1", ""})
    void refusesOddStoreIds(String storeId) {
        assertThat(pointers(new SearchBody("ES", List.of(storeId), null, null, null)))
                .containsExactly("/storeIds/0");
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00:00Z, true",
        "1999-12-31T23:59:59Z, false",
        "2100-01-01T00:00:00Z, true",
        "2100-01-01T00:00:01Z, false",
        "2026-11-22T13:00:00+01:00, true",
        "2026-11-22, false",
        "2026-02-30T00:00:00Z, false",
        "+12026-11-22T12:00:00Z, false"
    })
    void takesMomentsFrom2000To2100(String at, boolean accepted) {
        assertThat(
                        SearchRequest.of(new SearchBody("ES", List.of("s-1"), null, null, at), NOW)
                                instanceof Validated.Valid)
                .isEqualTo(accepted);
    }

    @Test
    void refusesAnEmptyBodyWithWhatItLacks() {
        assertThat(pointers(new SearchBody(null, null, null, null, null))).containsExactly("/region", "/storeIds");
    }

    private static SearchRequest valid(SearchBody body) {
        return switch (SearchRequest.of(body, NOW)) {
            case Validated.Valid<SearchRequest> valid -> valid.value();
            case Validated.Invalid<SearchRequest> invalid -> throw new AssertionError(invalid);
        };
    }

    private static List<String> pointers(SearchBody body) {
        return switch (SearchRequest.of(body, NOW)) {
            case Validated.Valid<SearchRequest> valid -> throw new AssertionError(valid);
            case Validated.Invalid<SearchRequest> invalid ->
                invalid.violations().stream().map(Violation::pointer).toList();
        };
    }
}
