package io.discounts.service.eligibility.web;

import io.discounts.service.discount.OrderedSet;
import io.discounts.service.discount.Selection;
import io.discounts.service.edge.JsonBytes;
import io.discounts.service.eligibility.unlock.FactChange;
import io.discounts.service.eligibility.unlock.Unlock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class UnlockJsonTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Selection PIZZA = new Selection(Set.of(), Set.of("pizza"));
    private static final Selection PRODUCT = new Selection(Set.of("p1"), Set.of());

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        new FactChange.AddItems(PIZZA, 1, 600, 0, 0),
                        "{\"change\":\"add_items\",\"amount\":600,\"units\":1,\"categories\":[\"pizza\"]}"),
                Arguments.of(
                        new FactChange.AddItems(Selection.EVERYTHING, 2, 0, 0, 0),
                        "{\"change\":\"add_items\",\"units\":2}"),
                Arguments.of(
                        new FactChange.AddItems(PRODUCT, 1, 901, 1, 901),
                        "{\"change\":\"add_items\",\"amount\":901,\"units\":1,\"productIds\":[\"p1\"]}"),
                Arguments.of(
                        new FactChange.AddItems(PRODUCT, 3, 901, 1, 901),
                        "{\"change\":\"add_items\",\"amount\":901,\"units\":3,"
                                + "\"atLeast\":{\"units\":1,\"unitPrice\":901},\"productIds\":[\"p1\"]}"),
                Arguments.of(
                        new FactChange.JoinSegment("prime"), "{\"change\":\"join_segment\",\"segment\":\"prime\"}"),
                Arguments.of(
                        new FactChange.TellSegments(Set.of("staff")),
                        "{\"change\":\"tell_segments\",\"noneOf\":[\"staff\"]}"),
                Arguments.of(new FactChange.PayWith("card"), "{\"change\":\"pay_with\",\"paymentMethod\":\"card\"}"),
                Arguments.of(new FactChange.OrderOn("ios"), "{\"change\":\"order_on\",\"platform\":\"ios\"}"),
                Arguments.of(
                        new FactChange.ReceiveBy("pickup"), "{\"change\":\"receive_by\",\"fulfilment\":\"pickup\"}"),
                Arguments.of(new FactChange.OrderMore(2), "{\"change\":\"order_more\",\"orders\":2}"),
                Arguments.of(new FactChange.TellOrderCount(0), "{\"change\":\"tell_order_count\",\"max\":0}"),
                Arguments.of(new FactChange.TellOrderCount(null), "{\"change\":\"tell_order_count\"}"),
                Arguments.of(
                        new FactChange.OrderAt(Instant.parse("2026-11-22T12:00:00Z")),
                        "{\"change\":\"order_at\",\"at\":\"2026-11-22T12:00:00Z\"}"),
                Arguments.of(new FactChange.IdentifyCustomer(), "{\"change\":\"identify_customer\"}"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void writesEachChange(FactChange change, String written) {
        assertThat(json(new Unlock(List.of(change)))).endsWith("\"changes\":[" + written + "]}}");
    }

    @Test
    void writesTheTextForPeopleFirst() {
        var unlock = new Unlock(List.of(
                new FactChange.AddItems(Selection.EVERYTHING, 1, 600, 0, 0), new FactChange.JoinSegment("prime")));

        assertThat(json(unlock))
                .startsWith("{\"unlock\":{\"text\":\"add 600 to the basket and prime would unlock\",\"changes\":[{");
    }

    @Test
    void writesTheSameTextAsIsTold() {
        for (var change :
                changes().map(arguments -> (FactChange) arguments.get()[0]).toList()) {
            var unlock = new Unlock(List.of(change, new FactChange.PayWith("\"menú\"")));

            assertThat(JSON.readTree(json(unlock)).at("/unlock/text").stringValue())
                    .isEqualTo(unlock.text());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, a or p1", "2, a or b or p1", "3, a or b or c or others", "4, a or b or c or others"})
    void namesThreeOfWhatToAdd(int categories, String named) {
        var of = new Selection(
                Set.of("p1"), OrderedSet.copyOf(List.of("a", "b", "c", "d").subList(0, categories)));

        assertThat(new Unlock(List.of(new FactChange.AddItems(of, 1, 600, 0, 0))).text())
                .isEqualTo("add 600 of " + named + " to the basket");
    }

    @Test
    void writesNothingWhereThereIsNone() {
        assertThat(json(null)).isEqualTo("{}");
    }

    private static String json(@Nullable Unlock unlock) {
        var json = new JsonBytes(0);
        json.beginObject();
        UnlockJson.write(json, unlock);
        json.endObject();
        return json.toString();
    }
}
