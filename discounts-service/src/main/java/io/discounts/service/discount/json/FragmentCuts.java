package io.discounts.service.discount.json;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Target;

import java.nio.ByteBuffer;
import java.util.Arrays;

import static io.discounts.service.discount.json.CanonicalText.literal;

/** Where in a discount's canonical JSON stands what clients are told of it; all of it stands there in the same order. */
final class FragmentCuts {
    private static final byte[] ID = literal("{\"id\":\"");
    private static final byte[] PROVIDER = literal("\",\"provider\":\"");
    private static final byte[] ALL_ITEMS = literal(",\"target\":{\"type\":\"items\"}");
    private static final byte[] CONDITIONS = literal(",\"conditions\":[");
    private static final byte[] NOTHING = {};
    private static final byte COLON = ':';
    private static final byte QUOTE = '"';
    private static final byte CONDITIONS_END = ']';
    private static final byte END = '}';
    private static final int USUAL_RULES = 4;

    private final byte[] canonical;
    private int providerFrom;
    private int externalIdFrom;
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

    /** Where the first characters of both parts are. */
    void id(int provider, int externalId) {
        providerFrom = provider;
        externalIdFrom = externalId;
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

    /** Neither part of an id has a character that JSON writes otherwise. */
    DiscountFragment fragment(DiscountId id) {
        int provider = id.provider().length();
        int externalId = id.externalId().length();
        var text = ByteBuffer.allocate(length(provider, externalId));
        text.put(ID).put(canonical, providerFrom, provider);
        text.put(COLON).put(canonical, externalIdFrom, externalId);
        text.put(PROVIDER).put(canonical, providerFrom, provider).put(QUOTE);
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
        return new DiscountFragment(text.array(), provider + 1 + externalId, ends);
    }

    private int length(int provider, int externalId) {
        int length = ID.length + provider + 1 + externalId + PROVIDER.length + provider + 1;
        length += headUntil - headFrom + (isTargetLeftOut ? ALL_ITEMS.length : 0) + CONDITIONS.length;
        for (int i = 0; i < ruleCuts; i += 2) {
            length += rules[i + 1] - rules[i];
        }
        return length + untilUntil - untilFrom + 2;
    }
}
