package io.discounts.service.outbox;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * What others are to hear of one discount, a <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">
 * CloudEvent</a> in the making.
 *
 * @param id names the event for ever, also when it is sent again: {@code [A-Za-z0-9._~:/@-]{1,200}}
 * @param type such as {@code io.discounts.redemption.held.v1}
 * @param time when it happened, to the microsecond
 * @param data a JSON object, taken as it is
 */
public record OutgoingEvent(String id, String type, Region region, DiscountId discount, Instant time, String data) {
    private static final int MAX_ID = 200;
    private static final String SIGNS = "._~:/@-"; // of ids, beside letters and digits
    private static final Pattern TYPE = Pattern.compile("io\\.discounts\\.[a-z.-]{1,80}\\.v[0-9]+");

    public OutgoingEvent {
        time = time.truncatedTo(ChronoUnit.MICROS);
        check(isId(id), "an event's id is made of letters, digits and ._~:/@-");
        check(TYPE.matcher(type).matches(), "an event's type is io.discounts.<what>.v<number>");
        check(data.startsWith("{") && data.endsWith("}"), "an event's data are a JSON object");
    }

    /** {@code <region>/<provider>:<externalId>}: events of one subject are delivered in order. */
    public String subject() {
        return region.code() + '/' + discount;
    }

    /** A loop, for batches tell thousands. */
    private static boolean isId(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= MAX_ID;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
