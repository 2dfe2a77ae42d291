package io.discounts.loadtests.events;

import java.util.regex.Pattern;

/**
 * What has an order (ADR 18): the changes of one discount, and what becomes of one redemption. Redemptions of one discount run
 * side by side: the numbers that the outbox gives their events say nothing.
 */
final class Series {
    private static final Pattern OF_REDEMPTION = Pattern.compile("([0-9a-f]{32})/[a-z-]+/.+");

    private Series() {}

    /** The name of an event's series. */
    static String of(String subject, String eventId) {
        var redemption = OF_REDEMPTION.matcher(eventId);
        return redemption.matches() ? subject + ' ' + redemption.group(1) : subject;
    }
}
