package io.discounts.service.eligibility.web;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.provider.Translation;
import io.discounts.service.provider.schema.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The contract's decisions, as {@code decisions/README.md} publishes them, against this service. */
class DecisionVectorsTest {
    private static final int PROMISED = 80;
    private static final EventSchema PUBLISHED = EventSchema.load("discount.published.v1");

    static List<DecisionVector> vectors() {
        return VectorFile.all().stream()
                .flatMap(file -> file.vectors().stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void decidesAsTheContractSays(DecisionVector vector) {
        var answer = VectorRun.answer(vector);

        assertThat(VectorReasons.likeIn(vector.answer(), answer)).isEqualTo(VectorReasons.sorted(vector.answer()));
    }

    @Test
    void hasCasesInEachFileAndAsManyAsPromised() {
        assertThat(VectorFile.all())
                .allSatisfy(file -> assertThat(file.vectors()).as(file.name()).isNotEmpty());
        assertThat(vectors()).hasSizeGreaterThanOrEqualTo(PROMISED);
    }

    @Test
    void givesEachCaseANameOfItsOwn() {
        assertThat(vectors()).extracting(DecisionVector::toString).doesNotHaveDuplicates();
    }

    @Test
    void publishesNoDiscountThatAProviderCouldNotPublish() {
        var known = fieldsOfTheEvent();

        for (var vector : vectors()) {
            for (var discount : vector.discounts()) {
                assertThat(PUBLISHED.translate(discount, DecisionVectorsTest::published))
                        .as(vector.toString())
                        .isInstanceOf(Translation.Translated.class);
                assertThat(known).as(vector.toString()).containsAll(fields(discount));
            }
        }
    }

    @Test
    void saysWhatIsLeftOfNothingButItsOwnDiscounts() {
        for (var vector : vectors()) {
            var ids = vector.discounts().stream()
                    .map(DecisionVectorsTest::published)
                    .map(published -> published.id().toString())
                    .toList();

            assertThat(ids)
                    .as(vector.toString())
                    .containsAll(vector.availability().propertyNames());
        }
    }

    @Test
    void refusesACaseWithAFieldThatNobodyReads() {
        var file = VectorFile.JSON.readTree("""
                {"about": "", "defaults": {"stores": [], "discount": {}, "request": {}},
                 "cases": [{"name": "odd", "contract": "rule 1", "operation": "search", "discounts": [], "answers": {}}]}
                """);

        assertThatThrownBy(() -> VectorFile.of("file", file)).hasMessage("file: odd has an unknown field: answers");
    }

    private static DiscountChange published(JsonNode discount) {
        return new DiscountChange.Published(
                DiscountJson.read(discount.required("provider").stringValue(), discount));
    }

    /** All names that the event's schema knows at any depth; it does the rest by refusing them where they mean nothing. */
    private static Set<String> fieldsOfTheEvent() {
        var schema = VectorFile.JSON.readTree(
                DecisionVectorsTest.class.getResourceAsStream("/schemas/discount.published.v1.json"));
        var names = schema.findValues("properties").stream()
                .flatMap(properties -> properties.propertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        names.add("provider");
        return names;
    }

    private static Set<String> fields(JsonNode node) {
        return Stream.concat(node.propertyNames().stream(), node.valueStream().flatMap(value -> fields(value).stream()))
                .collect(Collectors.toSet());
    }
}
