package io.discounts.service.provider.stores;

import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.fixtures.DiscountFixtures;
import io.discounts.service.discount.fixtures.ExampleEvents;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class StoreFactsAdapterTest {
    private static final String UPDATED = "io.discounts.store.updated.v1";
    private static final String REMOVED = "io.discounts.store.removed.v1";

    private final StoreFactsAdapter adapter = new StoreFactsAdapter();

    @Test
    void updatesAStore() {
        var translation = translate(UPDATED, ExampleEvents.STORE_UPDATED.data());

        assertThat(translation)
                .isEqualTo(updated(
                        new StoreFacts(DiscountFixtures.SPAIN, new StoreId("s-1"), 7, "MAD", "restaurant", "b")));
    }

    @Test
    void removesAStoreWhateverElseIsSaidOfIt() {
        var data = ExampleEvents.STORE_REMOVED.data().put("city", 7);

        var translation = translate(REMOVED, data);

        assertThat(translation)
                .isEqualTo(new Translation.Translated(
                        List.of(new StoreChange.Removed(new StoreId("s-1"), DiscountFixtures.SPAIN, 8))));
    }

    @ParameterizedTest
    @CsvSource({"-, -, -", "null, null, null", "-, null, -"})
    void knowsAStoreOfWhichLittleIsTold(String city, String type, String brand) {
        var data = ExampleEvents.STORE_UPDATED.data();
        ExampleEvents.changed(data, "/city", city);
        ExampleEvents.changed(data, "/type", type);
        ExampleEvents.changed(data, "/brand", brand);

        assertThat(translate(UPDATED, data))
                .isEqualTo(updated(new StoreFacts(DiscountFixtures.SPAIN, new StoreId("s-1"), 7, null, null, null)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /storeId | -         | /data/storeId: is required
                    /storeId | ""        | /data/storeId: must match
                    /storeId | "s/1"     | /data/storeId: must match
                    /storeId | 1         | /data/storeId: must be string
                    /version | -         | /data/version: is required
                    /version | -1        | /data/version: must be at least 0
                    /version | "7"       | /data/version: must be integer
                    /region  | -         | /data/region: is required
                    /region  | "Spain"   | /data/region: must match
                    /region  | "ZZ"      | /data: region must be an ISO 3166-1 alpha-2 country code
                    """)
    void refusesWhatBothEventsMustTell(String pointer, String value, String expected) {
        var update = ExampleEvents.changed(ExampleEvents.STORE_UPDATED.data(), pointer, value);
        var removal = ExampleEvents.changed(ExampleEvents.STORE_REMOVED.data(), pointer, value);

        assertThat(reason(translate(UPDATED, update))).contains(expected);
        assertThat(reason(translate(REMOVED, removal))).contains(expected);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /city  | ""         | /data/city: must have at least 1 characters
                    /city  | 28         | /data/city: must be
                    /type  | []         | /data/type: must be
                    /brand | "a\\u0000" | /data: brand must not hold control characters
                    /brand | "   "      | /data: brand must have 1 to 64 characters
                    """)
    void refusesFactsThatAreNone(String pointer, String value, String expected) {
        var data = ExampleEvents.changed(ExampleEvents.STORE_UPDATED.data(), pointer, value);

        assertThat(reason(translate(UPDATED, data))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "io.discounts.store.updated.v1, true",
        "io.discounts.store.removed.v1, true",
        "io.discounts.discount.published.v1, false"
    })
    void speaksTheTypesOfStores(String type, boolean spoken) {
        assertThat(adapter.speaks(type)).isEqualTo(spoken);
    }

    private Translation translate(String type, JsonNode data) {
        return adapter.translate(new ProviderEvent("stores", type, data));
    }

    private static Translation updated(StoreFacts facts) {
        return new Translation.Translated(List.of(new StoreChange.Updated(facts)));
    }

    private static String reason(Translation translation) {
        return switch (translation) {
            case Translation.Refused refused -> refused.reason();
            case Translation.Translated translated -> "translated: " + translated;
        };
    }
}
