package io.discounts.service.provider.schema;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.fixtures.ArbitraryDiscounts;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.provider.Translation;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventSchemaTest {
    private static final EventSchema PUBLISHED = EventSchema.load("discount.published.v1");
    private static final JsonMapper JSON = new JsonMapper();

    @Property(tries = 100)
    void acceptsEveryDiscountOfTheModel(@ForAll("discounts") Discount discount) {
        var data = JSON.readTree(DiscountJson.write(discount));

        var translation = PUBLISHED.translate(
                data,
                valid -> new DiscountChange.Published(
                        DiscountJson.read(discount.id().provider(), valid)));

        assertThat(translation).isEqualTo(new Translation.Translated(List.of(new DiscountChange.Published(discount))));
    }

    @Test
    void refusesWhatTheDecoderFindsWrong() {
        var anything = EventSchema.load("store.removed.v1");
        var data = JSON.readTree("""
                {"storeId":"s-1","version":1,"region":"ES"}""");

        var translation = anything.translate(data, valid -> {
            throw new IllegalArgumentException("the store is closed");
        });

        assertThat(translation).isEqualTo(new Translation.Refused("/data: the store is closed"));
    }

    @Test
    void doesNotDecodeWhatBreaksTheSchema() {
        var translation = PUBLISHED.translate(JSON.createArrayNode(), data -> {
            throw new AssertionError("decoded");
        });

        assertThat(translation).isEqualTo(new Translation.Refused("/data: must be object"));
    }

    @Test
    void knowsNoSchemaOfAnotherName() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventSchema.load("discount.published.v0"));
    }

    @Provide
    Arbitrary<Discount> discounts() {
        return ArbitraryDiscounts.discounts();
    }
}
