package io.discounts.loadtests.data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuestionsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Dataset DATA = Dataset.of(42, 1_000, 700, LocalDate.parse("2026-11-22"), 10);

    private final Questions questions = Questions.of(DATA);

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 80})
    void asksForDifferentStoresOfOneCountry(int stores) {
        for (var body : questions.searches(20, stores)) {
            var search = JSON.readTree(body);
            var country = search.get("region").asString().toLowerCase(Locale.ROOT);
            var ids = new HashSet<String>();
            search.get("storeIds").forEach(id -> ids.add(id.asString()));
            assertThat(ids).hasSize(stores).allMatch(id -> id.startsWith(country + "-"));
        }
    }

    @Test
    void fillsBasketsInTheMoneyOfTheStoresCountry() {
        for (var body : questions.evaluations(50)) {
            var evaluate = JSON.readTree(body);
            var basket = evaluate.get("basket");
            assertThat(basket.get("currency").asString()).isEqualTo(currencyOf(evaluate));
            assertThat(basket.get("items").size()).isBetween(1, 5);
            assertThat(evaluate.get("storeId").asString()).isNotBlank();
        }
    }

    @Test
    void asksTheSameAgain() {
        assertThat(Questions.of(DATA).searches(10, 20)).isEqualTo(questions.searches(10, 20));
        assertThat(Questions.of(DATA).evaluations(10)).isEqualTo(questions.evaluations(10));
        assertThat(new HashSet<>(questions.searches(10, 20))).hasSize(10);
    }

    @Test
    void asksOnTheLastDayOfTheData() {
        assertThat(JSON.readTree(questions.searches(1, 1).getFirst()).get("at").asString())
                .isEqualTo("2026-11-21T12:00:00Z");
    }

    @Test
    void saysThatNoCountryHasSoManyStores() {
        assertThatIllegalArgumentException().isThrownBy(() -> questions.searches(1, 200));
    }

    private static String currencyOf(JsonNode evaluate) {
        return Country.ALL.stream()
                .filter(country ->
                        country.region().code().equals(evaluate.get("region").asString()))
                .findFirst()
                .orElseThrow()
                .currency()
                .getCurrencyCode();
    }
}
