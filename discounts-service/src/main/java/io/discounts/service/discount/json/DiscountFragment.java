package io.discounts.service.discount.json;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Rule;
import tools.jackson.core.JsonGenerator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;

/**
 * A discount as customers' clients read it in a search answer, rendered once and cut at its conditions, which differ from
 * one request to the next: those of its rules that the request leaves open. Immutable and safe for use by any thread.
 */
public final class DiscountFragment {
    private final byte[] id;
    private final byte[] head;
    private final byte[][] rules;
    private final byte[] tail;

    private DiscountFragment(byte[] id, byte[] head, byte[][] rules, byte[] tail) {
        this.id = id;
        this.head = head;
        this.rules = rules;
        this.tail = tail;
    }

    public static DiscountFragment of(Discount discount) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JsonOutput.generator(bytes)) {
            writeHead(json, discount);
            json.flush();
            var head = bytes.toByteArray();
            bytes.reset();
            writeTail(json, discount);
            json.flush();
            var rules = discount.rules().stream().map(DiscountFragment::bytes).toArray(byte[][]::new);
            var id = JsonOutput.bytes(name -> name.writeString(discount.id().toString()));
            return new DiscountFragment(id, head, rules, bytes.toByteArray());
        }
    }

    /**
     * Writes the JSON object, allocating nothing.
     *
     * @param conditions the positions, in {@link Discount#rules()}, of the rules to tell as conditions
     */
    public void writeTo(OutputStream out, BitSet conditions) throws IOException {
        out.write(head);
        boolean first = true;
        for (int i = conditions.nextSetBit(0); i >= 0; i = conditions.nextSetBit(i + 1)) {
            if (!first) {
                out.write(',');
            }
            out.write(rules[i]);
            first = false;
        }
        out.write(tail);
    }

    /** Writes the discount's id as a JSON string, allocating nothing. */
    public void writeId(OutputStream out) throws IOException {
        out.write(id);
    }

    private static void writeHead(JsonGenerator json, Discount discount) {
        json.writeStartObject();
        json.writeStringProperty("id", discount.id().toString());
        json.writeStringProperty("provider", discount.id().provider());
        json.writeStringProperty("label", discount.label());
        json.writeStringProperty("currency", discount.currency().getCurrencyCode());
        json.writeName("effect");
        EffectJson.write(json, discount.effect());
        json.writeName("target");
        TargetJson.write(json, discount.target());
        json.writeArrayPropertyStart("conditions");
    }

    private static void writeTail(JsonGenerator json, Discount discount) {
        json.writeEndArray();
        if (discount.validity().until() != null) {
            json.writeStringProperty("validUntil", discount.validity().until().toString());
        }
        json.writeEndObject();
    }

    private static byte[] bytes(Rule rule) {
        return JsonOutput.bytes(json -> RuleJson.write(json, rule));
    }
}
