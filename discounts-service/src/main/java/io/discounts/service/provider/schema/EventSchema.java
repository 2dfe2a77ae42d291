package io.discounts.service.provider.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.json.InvalidDiscountException;
import io.discounts.service.provider.Translation;
import io.discounts.service.provider.terms.RefusedValueException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The JSON Schema of one event type's data, compiled once. It says what a schema can say; the model's constructors say the
 * rest, and both speak to the provider in the same words. Safe for use by any thread.
 */
public final class EventSchema {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .formatAssertionsEnabled(true)
                    // A whole number is an integer however it is written: 3.0 is 3.
                    .losslessNarrowing(true)
                    .errorMessageKeyword("message")
                    .locale(Locale.ROOT)
                    .build()));

    private final Schema schema;

    private EventSchema(Schema schema) {
        this.schema = schema;
        schema.initializeValidators();
    }

    /** Compiles the resource {@code schemas/<name>.json}. */
    public static EventSchema load(String name) {
        try (var written = EventSchema.class.getResourceAsStream("/schemas/" + name + ".json")) {
            if (written == null) {
                throw new IllegalArgumentException("no schema named " + name);
            }
            var text = new String(written.readAllBytes(), StandardCharsets.UTF_8);
            return new EventSchema(REGISTRY.getSchema(text, InputFormat.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Validates and decodes.
     *
     * @param decode called on valid data only; an {@link IllegalArgumentException} of it is a refusal
     */
    public Translation translate(JsonNode data, Function<JsonNode, CatalogChange> decode) {
        return validated(data, () -> List.of(decode.apply(data)));
    }

    /**
     * Validates and reads the data as a native format's payload.
     *
     * @param payload a record, or an interface that tells its records apart
     * @param translate called on valid payloads only; an {@link IllegalArgumentException} of it is a refusal
     */
    public <P> Translation translate(JsonNode data, Class<P> payload, Function<P, List<CatalogChange>> translate) {
        return validated(data, () -> translate.apply(Payloads.read(data, payload)));
    }

    private Translation validated(JsonNode data, Supplier<List<CatalogChange>> changes) {
        try {
            var violations = schema.validate(data);
            return violations.isEmpty()
                    ? new Translation.Translated(changes.get())
                    : new Translation.Refused(Violations.describe(violations));
        } catch (RefusedValueException e) {
            return refused(e.pointer(), e);
        } catch (InvalidDiscountException e) {
            return new Translation.Refused(Violations.describe(e.pointer(), e.detail()));
        } catch (IllegalArgumentException e) {
            return refused("", e);
        } catch (JacksonException e) {
            // The validator compares as long what is whole, and chokes on 1e400.
            return new Translation.Refused(Violations.describe("", "holds a number out of every range"));
        }
    }

    private static Translation refused(String pointer, IllegalArgumentException e) {
        return new Translation.Refused(Violations.describe(pointer, String.valueOf(e.getMessage())));
    }
}
