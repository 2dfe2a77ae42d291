package io.discounts.service.provider.canonical;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.fixtures.ExampleEvents;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalAdapterTest {
    private static final String PUBLISHED = "io.discounts.discount.published.v1";
    private static final String WITHDRAWN = "io.discounts.discount.withdrawn.v1";

    private final CanonicalAdapter adapter = new CanonicalAdapter();

    @Test
    void publishesTheContractsExample() {
        var data = ExampleEvents.DISCOUNT_PUBLISHED.data();

        var translation = translate(PUBLISHED, data);

        var discount = DiscountJson.read("partner-promotions", data);
        assertThat(translation).isEqualTo(translated(new DiscountChange.Published(discount)));
    }

    @Test
    void withdrawsTheContractsExample() {
        var translation = translate(WITHDRAWN, ExampleEvents.DISCOUNT_WITHDRAWN.data());

        assertThat(translation)
                .isEqualTo(translated(
                        new DiscountChange.Withdrawn(new DiscountId("partner-promotions", "42"), new Region("ES"), 4)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/refusals/discount-published.csv", delimiter = '|', quoteCharacter = '\'')
    void refusesToPublish(String pointer, String value, String expected) {
        var data = ExampleEvents.changed(ExampleEvents.DISCOUNT_PUBLISHED.data(), pointer, value);

        assertThat(translate(PUBLISHED, data))
                .isInstanceOfSatisfying(
                        Translation.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains(expected)
                                .startsWith("/data")
                                .hasSizeLessThanOrEqualTo(1000));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/acceptances/discount-published.csv", delimiter = '|', quoteCharacter = '\'')
    void publishesTheNeighbourOfARefusal(String pointer, String value) {
        var data = ExampleEvents.changed(ExampleEvents.DISCOUNT_PUBLISHED.data(), pointer, value);

        assertThat(translate(PUBLISHED, data)).isInstanceOf(Translation.Translated.class);
    }

    @ParameterizedTest(name = "{0} on a fee")
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"amount_off","amount":100,"per":"unit"}
                    {"type":"buy_x_get_y","buy":2,"get":1}
                    {"type":"bundle_price","quantity":3,"amount":100}
                    """)
    void refusesAnEffectOnUnitsOfAFee(String effect) {
        var data = ExampleEvents.DISCOUNT_PUBLISHED.data();
        data.set("effect", ExampleEvents.json(effect));
        data.set("target", ExampleEvents.json("{\"type\":\"delivery_fee\"}"));

        assertThat(translate(PUBLISHED, data))
                .isEqualTo(new Translation.Refused("/data: the effect acts on units, which a fee does not have"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /externalId | -    | /data/externalId: is required
                    /externalId | "a b" | /data/externalId: must match
                    /version    | -    | /data/version: is required
                    /version    | 4.5  | /data/version: must be integer
                    /region     | null | /data/region: must be string
                    /region     | "XX" | /data: region must be an ISO 3166-1 alpha-2 country code
                    """)
    void refusesToWithdraw(String pointer, String value, String expected) {
        var data = ExampleEvents.changed(ExampleEvents.DISCOUNT_WITHDRAWN.data(), pointer, value);

        assertThat(translate(WITHDRAWN, data))
                .isInstanceOfSatisfying(
                        Translation.Refused.class,
                        refused -> assertThat(refused.reason()).contains(expected));
    }

    @Test
    void withdrawsAVersionWrittenAsADecimal() {
        var data = ExampleEvents.changed(ExampleEvents.DISCOUNT_WITHDRAWN.data(), "/version", "4.0");

        assertThat(translate(WITHDRAWN, data)).isEqualTo(translate(WITHDRAWN, ExampleEvents.DISCOUNT_WITHDRAWN.data()));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var data = ExampleEvents.DISCOUNT_PUBLISHED.data().put("version", -1);
        ExampleEvents.changed(data, "/effect/percent", "0");

        assertThat(translate(PUBLISHED, data))
                .isEqualTo(new Translation.Refused(
                        "/data/version: must be at least 0; /data/effect/percent: must be greater than 0"));
    }

    @Test
    void keepsARefusalShortHoweverMuchIsWrong() {
        var data = ExampleEvents.DISCOUNT_PUBLISHED.data();
        var rules = data.putArray("rules");
        for (int i = 0; i < 10_000; i++) {
            rules.addObject().put("type", "x".repeat(100));
        }

        assertThat(translate(PUBLISHED, data))
                .isInstanceOfSatisfying(
                        Translation.Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("/data/rules/0/type: must be one of")
                                .hasSize(1000)
                                .doesNotContain("xxx"));
    }

    @ParameterizedTest
    @CsvSource({
        "io.discounts.discount.published.v1, true",
        "io.discounts.discount.withdrawn.v1, true",
        "io.discounts.discount.used.v1, true",
        "io.discounts.discount.published.v2, false",
        "io.discounts.store.updated.v1, false"
    })
    void speaksTheCanonicalTypes(String type, boolean spoken) {
        assertThat(adapter.speaks(type)).isEqualTo(spoken);
    }

    private Translation translate(String type, JsonNode data) {
        return adapter.translate(new ProviderEvent("partner-promotions", type, data));
    }

    private static Translation translated(DiscountChange change) {
        return new Translation.Translated(List.of(change));
    }
}
