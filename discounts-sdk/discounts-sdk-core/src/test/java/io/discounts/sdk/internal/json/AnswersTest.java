package io.discounts.sdk.internal.json;

import io.discounts.sdk.Fixtures;
import io.discounts.sdk.model.AppliedDiscount;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.LineAmount;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.NotAppliedDiscount;
import io.discounts.sdk.model.Refusal;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.StoreDiscounts;
import io.discounts.sdk.model.Terms;
import io.discounts.sdk.model.Totals;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnswersTest {
    private final List<String> skipped = new ArrayList<>();

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void readsSearchesAsTheyWereWritten(@ForAll("searches") SearchAnswer answer) throws IOException {
        assertThat(Answers.search(bytes(WrittenJson.of(answer)), skipped::add)).isEqualTo(answer);
        assertThat(skipped).isEmpty();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void readsEvaluationsAsTheyWereWritten(@ForAll("evaluations") EvaluateAnswer answer) throws IOException {
        assertThat(Answers.evaluation(bytes(WrittenJson.of(answer)))).isEqualTo(answer);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void failsInOneWayAloneWhateverIsCutOff(@ForAll("searches") SearchAnswer answer, @ForAll double where) {
        var whole = WrittenJson.of(answer).getBytes(StandardCharsets.UTF_8);
        var cut = Arrays.copyOf(whole, (int) (Math.abs(where % 1) * whole.length));

        assertThatThrownBy(() -> Answers.search(new ByteArrayInputStream(cut), skipped::add))
                .isInstanceOf(UnexpectedJsonException.class);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void failsInOneWayAloneWhateverIsDamaged(
            @ForAll("evaluations") EvaluateAnswer answer, @ForAll int where, @ForAll byte damage) {
        var bytes = WrittenJson.of(answer).getBytes(StandardCharsets.UTF_8);
        bytes[Math.floorMod(where, bytes.length)] = damage;

        try {
            assertThat(Answers.evaluation(new ByteArrayInputStream(bytes))).isNotNull();
        } catch (IOException failure) {
            assertThat(failure).isInstanceOf(UnexpectedJsonException.class);
        }
    }

    @Example
    void countsWhichPartOfADiscountIsUnknown() throws IOException {
        var json = Fixtures.SEARCH_JSON;

        for (var unknown : List.of(
                json.replace("percentage_off", "cashback"),
                json.replace("\"percent\":20", "\"per\":\"kilogram\""),
                json.replace("\"items\"", "\"tip\""),
                json.replace("min_basket", "moon_phase"),
                json.replace("\"min_basket\",\"amount\":1500", "\"schedule\",\"windows\":[{\"days\":[\"SOME\"]}]"))) {
            assertThat(Answers.search(bytes(unknown), skipped::add).discounts()).isEmpty();
        }

        assertThat(skipped).containsExactly("effect", "effect", "target", "condition", "condition");
    }

    @Example
    void passesCodesAndTargetsThatNobodyKnows() throws IOException {
        var json =
                Fixtures.EVALUATION_JSON.replace("below_minimum", "moon_phase").replace("\"items\",", "\"tip\",");

        var answer = Answers.evaluation(bytes(json));

        assertThat(answer.notApplied().get(0).reasons().get(0).code()).isEqualTo("moon_phase");
        assertThat(answer.applied().get(0).target()).isEqualTo("tip");
    }

    @Example
    void anyOffsetMakesAnInstant() throws IOException {
        var json = Fixtures.SEARCH_JSON.replace("2026-11-22T11:59:58Z", "2026-11-22T12:59:58.5+01:00");

        assertThat(Answers.search(bytes(json), skipped::add).watermarks())
                .containsEntry("partner-promotions", Instant.parse("2026-11-22T11:59:58.5Z"));
    }

    @Example
    void readsWhatTakesTwoCharacters() throws IOException {
        var json = Fixtures.SEARCH_JSON
                .replace("pizzas", "\ud83c\udf55")
                .replace("partner-promotions:42", "p:\ud83c\udf55");

        assertThat(Answers.search(bytes(json), skipped::add).discounts())
                .extractingByKey("p:\ud83c\udf55")
                .extracting(ListedDiscount::label)
                .isEqualTo("20% off \ud83c\udf55");
    }

    @Example
    void nestingHasAnEnd() {
        var deep = "{\"stores\":[],\"x\":" + "[".repeat(100_000);

        assertThatThrownBy(() -> Answers.search(bytes(deep), skipped::add)).isInstanceOf(UnexpectedJsonException.class);
    }

    @Example
    void aValueOutOfItsRangeIsUnexpected() {
        var negative = Fixtures.EVALUATION_JSON.replace("\"amount\":380,", "\"amount\":-380,");

        assertThatThrownBy(() -> Answers.evaluation(bytes(negative))).isInstanceOf(UnexpectedJsonException.class);
    }

    @Provide
    Arbitrary<SearchAnswer> searches() {
        var discounts = discounts().list().ofMaxSize(5).map(AnswersTest::byId);
        return discounts.flatMap(byId -> {
            var ids = byId.isEmpty()
                    ? Arbitraries.just(List.<String>of())
                    : Arbitraries.of(byId.keySet()).list().ofMaxSize(4);
            var stores = Combinators.combine(texts(), ids)
                    .as(StoreDiscounts::new)
                    .list()
                    .ofMaxSize(4);
            return Combinators.combine(stores, watermarks(), Arbitraries.of(true, false))
                    .as((in, marks, stale) -> new SearchAnswer(in, byId, marks, stale));
        });
    }

    @Provide
    Arbitrary<EvaluateAnswer> evaluations() {
        var lines = Combinators.combine(texts(), amounts())
                .as(LineAmount::new)
                .list()
                .ofMaxSize(3);
        var applied = Combinators.combine(texts(), amounts(), texts(), lines).as(AppliedDiscount::new);
        var refusals = Combinators.combine(texts(), texts(), values().injectNull(0.3), values().injectNull(0.3))
                .as(Refusal::new);
        var notApplied = Combinators.combine(texts(), refusals.list().ofMaxSize(3), texts().injectNull(0.5))
                .as(NotAppliedDiscount::new);
        var sums = Arbitraries.longs()
                .list()
                .ofSize(8)
                .map(s -> new Totals(s.get(0), s.get(1), s.get(2), s.get(3), s.get(4), s.get(5), s.get(6), s.get(7)));
        return Combinators.combine(
                        applied.list().ofMaxSize(3),
                        sums,
                        notApplied.list().ofMaxSize(3),
                        watermarks(),
                        Arbitraries.of(true, false))
                .as(EvaluateAnswer::new);
    }

    private static Arbitrary<ListedDiscount> discounts() {
        var effects = terms("percentage_off", "amount_off", "fixed_price", "buy_x_get_y", "bundle_price");
        var conditions = terms("min_basket", "min_quantity", "segment", "order_count", "customer")
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        texts(),
                        texts(),
                        texts(),
                        texts(),
                        effects,
                        terms("items", "delivery_fee", "service_fee"),
                        conditions,
                        instants().injectNull(0.3))
                .as(ListedDiscount::new);
    }

    private static Arbitrary<Terms> terms(String... types) {
        var names = texts().filter(name -> !name.equals("type") && !name.equals("per"));
        var values = Arbitraries.maps(names, values()).ofMaxSize(3);
        return Combinators.combine(Arbitraries.of(types), values).as(Terms::new);
    }

    /** Whatever terms may hold. */
    private static Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                scalars(),
                scalars().list().ofMaxSize(2).asGeneric(),
                Arbitraries.maps(texts(), scalars()).ofMaxSize(2).asGeneric());
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(
                texts().asGeneric(),
                Arbitraries.longs().asGeneric(),
                Arbitraries.bigDecimals().filter(decimal -> decimal.scale() > 0).asGeneric(),
                Arbitraries.of(true, false).asGeneric());
    }

    private static Arbitrary<Map<String, Instant>> watermarks() {
        return Arbitraries.maps(texts(), instants()).ofMaxSize(3);
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    }

    private static Arbitrary<Long> amounts() {
        return Arbitraries.longs().greaterOrEqual(0);
    }

    /** Without surrogates, which mean something in pairs alone. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('\u0000', '\ud7ff')
                .withCharRange('\ue000', '\uffff')
                .ofMaxLength(8);
    }

    private static Map<String, ListedDiscount> byId(List<ListedDiscount> discounts) {
        return discounts.stream()
                .collect(Collectors.toMap(ListedDiscount::id, Function.identity(), (first, second) -> first));
    }

    private static InputStream bytes(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
