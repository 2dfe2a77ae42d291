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
    /** Where the id stands in the head, its quotes with it. */
    private static final int ID_FROM = "{\"id\":".length();

    /** The head, all rules without what stands between them, and the tail. */
    private final byte[] text;

    private final int idLength;

    private final int headEnd;
    private final int tailFrom;

    /** Of the head and of each rule: looked at only where there are conditions, for it lies elsewhere in memory. */
    private final int[] ends;

    /** @param writtenId the length of the id without quotes */
    DiscountFragment(byte[] text, int writtenId, int[] ends) {
        this.text = text;
        this.idLength = writtenId + 2;
        this.headEnd = ends[0];
        this.tailFrom = ends[ends.length - 1];
        this.ends = ends;
    }

    public static DiscountFragment of(Discount discount) {
        var bytes = new ByteArrayOutputStream();
        var ends = new int[discount.rules().size() + 1];
        try (var json = JsonOutput.generator(bytes)) {
            writeHead(json, discount);
            json.flush();
            ends[0] = bytes.size();
            for (int i = 1; i < ends.length; i++) {
                bytes.writeBytes(bytes(discount.rules().get(i - 1)));
                ends[i] = bytes.size();
            }
            writeTail(json, discount);
        }
        return new DiscountFragment(
                bytes.toByteArray(), discount.id().toString().length(), ends);
    }

    /**
     * Writes the JSON object, allocating nothing.
     *
     * @param conditions the positions, in {@link Discount#rules()}, of the rules to tell as conditions
     */
    public void writeTo(OutputStream out, BitSet conditions) throws IOException {
        out.write(text, 0, headEnd);
        boolean first = true;
        for (int i = conditions.nextSetBit(0); i >= 0; i = conditions.nextSetBit(i + 1)) {
            if (!first) {
                out.write(',');
            }
            out.write(text, ends[i], ends[i + 1] - ends[i]);
            first = false;
        }
        out.write(text, tailFrom, text.length - tailFrom);
    }

    /** In bytes, with all rules. */
    public int size() {
        return text.length;
    }

    /** Writes the discount's id as a JSON string, allocating nothing. */
    public void writeId(OutputStream out) throws IOException {
        out.write(text, ID_FROM, idLength);
    }

    /** Of the heap, in bytes. */
    public int weight() {
        return text.length + Integer.BYTES * ends.length;
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
