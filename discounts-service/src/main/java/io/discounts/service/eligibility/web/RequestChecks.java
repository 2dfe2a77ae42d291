package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Region;
import io.discounts.service.edge.Violation;
import io.discounts.service.eligibility.Facts;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the parts that requests have in common and collects everything that is wrong, each with its place. */
final class RequestChecks {
    static final int MAX_NAME = 128;
    static final int MAX_SEGMENTS = 200;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final List<Violation> violations = new ArrayList<>();

    List<Violation> violations() {
        return violations;
    }

    void require(boolean holds, String pointer, String otherwise) {
        if (!holds) {
            violations.add(new Violation(pointer, otherwise));
        }
    }

    @Nullable
    Region region(@Nullable String code) {
        if (code != null && Region.isRegion(code)) {
            return new Region(code);
        }
        violations.add(new Violation("/region", "must be an ISO 3166-1 alpha-2 country code in capitals"));
        return null;
    }

    /** The moment told, or {@code now}. */
    Instant at(@Nullable String told, Instant now) {
        if (told == null) {
            return now;
        }
        try {
            var at = Instant.parse(told);
            require(!at.isBefore(EARLIEST) && !at.isAfter(LATEST), "/at", "must be from 2000 to 2100");
            return at;
        } catch (DateTimeException unreadable) {
            violations.add(new Violation("/at", "must be an RFC 3339 instant, such as 2026-11-22T12:00:00Z"));
            return now;
        }
    }

    Facts.Customer customer(@Nullable CustomerBody told) {
        if (told == null) {
            return Facts.Customer.UNKNOWN;
        }
        name(told.id(), "/customer/id");
        var count = told.orderCount();
        require(count == null || count >= 0, "/customer/orderCount", "must be at least 0");
        return new Facts.Customer(told.id(), segments(told.segments()), count);
    }

    Facts.Context context(@Nullable ContextBody told) {
        if (told == null) {
            return Facts.Context.UNKNOWN;
        }
        name(told.platform(), "/context/platform");
        name(told.fulfilment(), "/context/fulfilment");
        name(told.paymentMethod(), "/context/paymentMethod");
        return new Facts.Context(told.platform(), told.fulfilment(), told.paymentMethod());
    }

    private @Nullable Set<String> segments(@Nullable List<@Nullable String> told) {
        if (told == null) {
            return null;
        }
        require(told.size() <= MAX_SEGMENTS, "/customer/segments", "must have at most " + MAX_SEGMENTS + " entries");
        var segments = new HashSet<String>();
        for (int i = 0; i < Math.min(told.size(), MAX_SEGMENTS); i++) {
            var segment = told.get(i);
            var pointer = "/customer/segments/" + i;
            require(segment != null, pointer, "must be a string");
            name(segment, pointer);
            if (segment != null) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private void name(@Nullable String told, String pointer) {
        require(
                told == null || (!told.isBlank() && told.length() <= MAX_NAME),
                pointer,
                "must have 1 to " + MAX_NAME + " characters");
    }
}
