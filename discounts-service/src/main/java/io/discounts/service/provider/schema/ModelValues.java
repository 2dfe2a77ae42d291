package io.discounts.service.provider.schema;

import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

import java.util.Currency;
import java.util.function.Function;

/** The model's single values as native records may hold them; the model itself knows no JSON library. */
final class ModelValues {
    private ModelValues() {}

    static SimpleModule module() {
        var module = new SimpleModule();
        add(module, Region.class, json -> new Region(json.getString()));
        add(module, StoreId.class, json -> new StoreId(json.getString()));
        add(module, Percent.class, json -> Percent.of(json.getDecimalValue()));
        add(module, Currency.class, json -> currency(json.getString()));
        add(module, Money.class, json -> new Money(json.getDecimalValue().longValueExact()));
        return module;
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be an ISO 4217 currency code", e);
        }
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<JsonParser, T> read) {
        module.addDeserializer(type, new Scalar<>(type, read));
    }

    private static final class Scalar<T> extends StdDeserializer<T> {
        private final Function<JsonParser, T> read;

        Scalar(Class<T> type, Function<JsonParser, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            return read.apply(json);
        }
    }
}
