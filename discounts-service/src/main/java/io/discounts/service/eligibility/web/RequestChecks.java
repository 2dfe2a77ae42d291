package io.discounts.service.eligibility.web;

import io.discounts.service.discount.OrderedSet;
import io.discounts.service.discount.PlainInstant;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import io.discounts.service.edge.Violation;
import io.discounts.service.eligibility.Facts;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the parts that requests have in common and collects everything that is wrong, each with its place. */
final class RequestChecks {
    static final int MAX_NAME = 128;
    static final int MAX_SEGMENTS = 200;
    static final String NO_STORE_ID = "must match [A-Za-z0-9._~-]{1,64}";
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final Pointer REGION = Pointer.to("region");
    private static final Pointer STORE_ID = Pointer.to("storeId");
    private static final Pointer AT = Pointer.to("at");
    private static final Pointer CUSTOMER = Pointer.to("customer");
    private static final Pointer CONTEXT = Pointer.to("context");

    private final List<Violation> violations = new ArrayList<>();

    List<Violation> violations() {
        return violations;
    }

    void require(boolean holds, Pointer pointer, String otherwise) {
        if (!holds) {
            refuse(pointer, otherwise);
        }
    }

    void refuse(Pointer pointer, String why) {
        violations.add(new Violation(pointer.toString(), why));
    }

    @Nullable
    Region region(@Nullable String code) {
        if (code != null && Region.isRegion(code)) {
            return new Region(code);
        }
        refuse(REGION, "must be an ISO 3166-1 alpha-2 country code in capitals");
        return null;
    }

    @Nullable
    StoreId storeId(@Nullable String told) {
        if (told != null && StoreId.isStoreId(told)) {
            return new StoreId(told);
        }
        refuse(STORE_ID, NO_STORE_ID);
        return null;
    }

    /** The moment told, or {@code now}. */
    Instant at(@Nullable String told, Instant now) {
        if (told == null) {
            return now;
        }
        try {
            var at = PlainInstant.parse(told);
            require(!at.isBefore(EARLIEST) && !at.isAfter(LATEST), AT, "must be from 2000 to 2100");
            return at;
        } catch (DateTimeException unreadable) {
            refuse(AT, "must be an RFC 3339 instant, such as 2026-11-22T12:00:00Z");
            return now;
        }
    }

    Facts.Customer customer(@Nullable CustomerBody told) {
        if (told == null) {
            return Facts.Customer.UNKNOWN;
        }
        name(told.id(), CUSTOMER.at("id"));
        var count = told.orderCount();
        require(count == null || count >= 0, CUSTOMER.at("orderCount"), "must be at least 0");
        return new Facts.Customer(told.id(), segments(told.segments()), count);
    }

    Facts.Context context(@Nullable ContextBody told) {
        if (told == null) {
            return Facts.Context.UNKNOWN;
        }
        name(told.platform(), CONTEXT.at("platform"));
        name(told.fulfilment(), CONTEXT.at("fulfilment"));
        name(told.paymentMethod(), CONTEXT.at("paymentMethod"));
        return new Facts.Context(told.platform(), told.fulfilment(), told.paymentMethod());
    }

    private @Nullable Set<String> segments(@Nullable List<@Nullable String> told) {
        return told == null ? null : names(told, MAX_SEGMENTS, CUSTOMER.at("segments"));
    }

    /** Those that are names; what is none is told. */
    Set<String> names(List<@Nullable String> told, int most, Pointer pointer) {
        if (told.size() > most) {
            refuse(pointer, "must have at most " + most + " entries");
        }
        var names = new ArrayList<String>(told.size());
        for (int i = 0; i < Math.min(told.size(), most); i++) {
            var name = requiredName(told.get(i), pointer.at(i));
            if (name != null) {
                names.add(name);
            }
        }
        return OrderedSet.copyOf(names);
    }

    /** The name told; absent if it is none. */
    @Nullable
    String requiredName(@Nullable String told, Pointer pointer) {
        if (told == null) {
            refuse(pointer, "is required and must be a string");
            return null;
        }
        return name(told, pointer) ? told : null;
    }

    /** The number told; absent if it is not within the bounds, which are both allowed. */
    <N extends Number> @Nullable N within(@Nullable N told, long least, long most, Pointer pointer) {
        if (told != null && told.longValue() >= least && told.longValue() <= most) {
            return told;
        }
        refuse(pointer, "must be a whole number from " + least + " to " + most);
        return null;
    }

    private boolean name(@Nullable String told, Pointer pointer) {
        if (told == null || (!told.isBlank() && told.length() <= MAX_NAME && isWritable(told))) {
            return true;
        }
        refuse(pointer, "must have 1 to " + MAX_NAME + " characters, not only blanks, and no unpaired surrogates");
        return false;
    }

    /** Names come back in answers, and UTF-8 cannot write half a surrogate pair. */
    private static boolean isWritable(String told) {
        for (int i = 0; i < told.length(); ) {
            int codePoint = told.codePointAt(i);
            if (Character.getType(codePoint) == Character.SURROGATE) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }
}
