package io.discounts.service.discount.json;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Target;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import static io.discounts.service.discount.json.CanonicalText.literal;

/** Where in a discount's canonical JSON stands what clients are told of it; all of it stands there in the same order. */
final class FragmentCuts {
    private static final byte[] ID = literal("{\"id\":\"");
    private static final byte[] PROVIDER = literal("\",\"provider\":\"");
    private static final byte[] ALL_ITEMS = literal(",\"target\":{\"type\":\"items\"}");
    private static final byte[] CONDITIONS = literal(",\"conditions\":[");
    private static final byte[] NOTHING = {};
    private static final byte QUOTE = '"';
    private static final byte CONDITIONS_END = ']';
    private static final byte END = '}';
    private static final int USUAL_RULES = 4;

    private final byte[] canonical;
    private int headFrom;
    private int headUntil;
    private boolean isTargetLeftOut;
    private int[] rules = new int[2 * USUAL_RULES];
    private int ruleCuts;
    private int untilFrom;
    private int untilUntil;

    FragmentCuts(byte[] canonical) {
        this.canonical = canonical;
    }

    /** The comma before the label. */
    void beginHead(int position) {
        headFrom = position;
    }

    void endHead(int position, Target target) {
        headUntil = position;
        isTargetLeftOut = target.equals(Target.Items.ALL);
    }

    void rule(int from, int until) {
        if (ruleCuts == rules.length) {
            rules = Arrays.copyOf(rules, 2 * ruleCuts);
        }
        rules[ruleCuts++] = from;
        rules[ruleCuts++] = until;
    }

    /** From the comma before the end's name on. */
    void until(int from, int until) {
        untilFrom = from;
        untilUntil = until;
    }

    DiscountFragment fragment(DiscountId id) {
        var written = id.toString().getBytes(StandardCharsets.US_ASCII);
        var text = ByteBuffer.allocate(length(written.length, id.provider().length()));
        text.put(ID).put(written);
        text.put(PROVIDER).put(written, 0, id.provider().length()).put(QUOTE);
        text.put(canonical, headFrom, headUntil - headFrom);
        text.put(isTargetLeftOut ? ALL_ITEMS : NOTHING).put(CONDITIONS);
        var ends = new int[ruleCuts / 2 + 1];
        ends[0] = text.position();
        for (int i = 0; i < ruleCuts; i += 2) {
            text.put(canonical, rules[i], rules[i + 1] - rules[i]);
            ends[i / 2 + 1] = text.position();
        }
        text.put(CONDITIONS_END)
                .put(canonical, untilFrom, untilUntil - untilFrom)
                .put(END);
        return new DiscountFragment(text.array(), written.length, ends);
    }

    private int length(int written, int provider) {
        int length = ID.length + written + PROVIDER.length + provider + 1;
        length += headUntil - headFrom + (isTargetLeftOut ? ALL_ITEMS.length : 0) + CONDITIONS.length;
        for (int i = 0; i < ruleCuts; i += 2) {
            length += rules[i + 1] - rules[i];
        }
        return length + untilUntil - untilFrom + 2;
    }
}
