package io.discounts.service.discount.json;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Extent;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Stacking;
import io.discounts.service.discount.Target;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

import java.util.function.Function;

/**
 * A discount's canonical JSON: the fields of a {@code discount.published} event's data in the contract's order, led by the
 * provider, defaults left out. The same discount always has the same bytes, and reading what was written gives an equal
 * discount. Safe for use by any thread.
 */
public final class DiscountJson {
    private static final JsonFactory JSON = new JsonFactory();

    private DiscountJson() {}

    /** UTF-8. */
    public static byte[] write(Discount discount) {
        return JsonOutput.bytes(json -> write(json, discount));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InvalidDiscountException if it did not
     */
    public static Discount read(byte[] canonical) {
        var read = CanonicalDiscount.read(canonical);
        return read == null ? readAny(canonical) : read.discount();
    }

    /**
     * Reads what {@link #write} wrote, to tell clients of it.
     *
     * @throws InvalidDiscountException if it did not
     */
    public static ReadDiscount readToTell(byte[] canonical) {
        var read = CanonicalDiscount.read(canonical);
        if (read == null) {
            var discount = readAny(canonical);
            return new ReadDiscount(discount, DiscountFragment.of(discount));
        }
        return read;
    }

    /** As any JSON, in whatever order, and with reasons for what is wrong. */
    static Discount readAny(byte[] canonical) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), canonical)) {
            return read(json, new DiscountDraft(null), DiscountDraft::toDiscount);
        }
    }

    /**
     * Reads of what {@link #write} wrote where and when the discount holds, at a fraction of the price of the whole.
     *
     * @throws InvalidDiscountException if it did not
     */
    public static Extent readExtent(byte[] canonical) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), canonical)) {
            return read(json, new ExtentDraft(), ExtentDraft::toExtent);
        }
    }

    /**
     * Reads an event's data after its schema has found nothing wrong with it.
     *
     * @param provider whose discount it is; what the data say of that does not count
     * @throws InvalidDiscountException for what a schema cannot tell: an unknown currency or timezone, say
     */
    public static Discount read(String provider, JsonNode data) {
        try (var json = data.traverse(ObjectReadContext.empty())) {
            return read(json, new DiscountDraft(provider), DiscountDraft::toDiscount);
        }
    }

    /** Reads an event's data as {@link #read(String, JsonNode)} does, from its text. */
    public static Discount read(String provider, String data) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), data)) {
            return read(json, new DiscountDraft(provider), DiscountDraft::toDiscount);
        }
    }

    private static <D extends JsonInput.Draft, T> T read(JsonParser json, D draft, Function<D, T> whole) {
        try {
            json.nextToken();
            return whole.apply(JsonInput.object(json, draft));
        } catch (JacksonException e) {
            throw new InvalidDiscountException(pointer(json), "is not readable JSON", e);
        } catch (IllegalArgumentException e) {
            throw new InvalidDiscountException(pointer(json), String.valueOf(e.getMessage()), e);
        }
    }

    private static String pointer(JsonParser json) {
        return json.streamReadContext().pathAsPointer().toString();
    }

    private static void write(JsonGenerator json, Discount discount) {
        json.writeStartObject();
        json.writeStringProperty("provider", discount.id().provider());
        json.writeStringProperty("externalId", discount.id().externalId());
        json.writeNumberProperty("version", discount.version());
        json.writeStringProperty("region", discount.region().code());
        json.writeStringProperty("label", discount.label());
        json.writeStringProperty("currency", discount.currency().getCurrencyCode());
        json.writeName("effect");
        EffectJson.write(json, discount.effect());
        if (!discount.target().equals(Target.Items.ALL)) {
            json.writeName("target");
            TargetJson.write(json, discount.target());
        }
        json.writeName("scope");
        ScopeJson.write(json, discount.scope());
        writeTerms(json, discount);
        json.writeEndObject();
    }

    private static void writeTerms(JsonGenerator json, Discount discount) {
        if (!discount.rules().isEmpty()) {
            json.writeArrayPropertyStart("rules");
            discount.rules().forEach(rule -> RuleJson.write(json, rule));
            json.writeEndArray();
        }
        json.writeStringProperty("validFrom", discount.validity().from().toString());
        if (discount.validity().until() != null) {
            json.writeStringProperty("validUntil", discount.validity().until().toString());
        }
        if (!discount.stacking().equals(Stacking.DEFAULT)) {
            json.writeName("stacking");
            StackingJson.write(json, discount.stacking());
        }
        if (!discount.limits().equals(Limits.NONE)) {
            json.writeName("limits");
            LimitsJson.write(json, discount.limits());
        }
        if (discount.funding() != null) {
            json.writeName("funding");
            FundingJson.write(json, discount.funding());
        }
    }
}
