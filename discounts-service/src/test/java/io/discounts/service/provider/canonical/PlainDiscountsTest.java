package io.discounts.service.provider.canonical;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.fixtures.ArbitraryDiscounts;
import io.discounts.service.discount.fixtures.ExampleEvents;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.provider.PlainEvent;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import io.discounts.service.provider.fixtures.Damages;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** The quick look comes to what the close one comes to, or to nothing. */
class PlainDiscountsTest {
    private static final String PUBLISHED = "io.discounts.discount.published.v1";

    private final CanonicalAdapter adapter = new CanonicalAdapter();

    @Test
    void takesTheContractsExample() {
        assertThat(plain(ExampleEvents.DISCOUNT_PUBLISHED.data().toString())).isPresent();
    }

    @Property(tries = 300)
    void comesToTheDiscountThatWasWritten(@ForAll("discounts") Discount discount) {
        var written = new String(DiscountJson.write(discount), StandardCharsets.UTF_8);

        plain(discount.id().provider(), written)
                .ifPresent(translated -> assertThat(translated)
                        .isEqualTo(new Translation.Translated(List.of(new DiscountChange.Published(discount)))));
        agrees(written);
    }

    @Property(tries = 1000)
    void agreesWithTheSchemaOnDamagedDiscounts(@ForAll("damaged") ObjectNode data) {
        agrees(data.toString());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/refusals/discount-published.csv", delimiter = '|', quoteCharacter = '\'')
    void leavesWhatTheSchemaRefuses(String pointer, String value, String ignored) {
        assertThat(plain(ExampleEvents.changed(ExampleEvents.DISCOUNT_PUBLISHED.data(), pointer, value)
                        .toString()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/acceptances/discount-published.csv", delimiter = '|', quoteCharacter = '\'')
    void agreesWithTheSchemaOnTheEdge(String pointer, String value) {
        agrees(ExampleEvents.changed(ExampleEvents.DISCOUNT_PUBLISHED.data(), pointer, value)
                .toString());
    }

    @Test
    void leavesWhatIsNoJson() {
        var data = ExampleEvents.DISCOUNT_PUBLISHED.data().toString();
        var twice = data.replaceFirst("\\{", "{\"version\":3,");

        assertThat(plain(data + "x")).isEmpty();
        assertThat(plain(data.substring(0, data.length() - 1))).isEmpty();
        assertThat(plain(twice)).as("a field twice").isEmpty();
        assertThat(plain("[" + data + "]")).isEmpty();
    }

    @Provide
    Arbitrary<Discount> discounts() {
        return ArbitraryDiscounts.discounts();
    }

    @Provide
    Arbitrary<ObjectNode> damaged() {
        return Damages.of(ExampleEvents.DISCOUNT_PUBLISHED::data);
    }

    private void agrees(String data) {
        plain(data)
                .ifPresent(translated -> assertThat(adapter.translate(
                                new ProviderEvent("partner-promotions", PUBLISHED, ExampleEvents.json(data))))
                        .isEqualTo(translated));
    }

    private Optional<Translation.Translated> plain(String data) {
        return plain("partner-promotions", data);
    }

    private Optional<Translation.Translated> plain(String provider, String data) {
        return adapter.translatePlain(new PlainEvent(provider, PUBLISHED, data));
    }
}
