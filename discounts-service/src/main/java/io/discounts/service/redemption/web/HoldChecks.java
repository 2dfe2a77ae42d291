package io.discounts.service.redemption.web;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Region;
import io.discounts.service.edge.Validated;
import io.discounts.service.edge.Violation;
import io.discounts.service.redemption.HeldDiscount;
import io.discounts.service.redemption.HoldRequest;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads bodies and collects everything that is wrong with them, each with its place. */
final class HoldChecks {
    static final int MAX_NAME = 128;
    static final int MAX_DISCOUNTS = 50;
    static final int LEAST_SECONDS = 10;
    static final int MOST_SECONDS = 1800;
    static final int DEFAULT_SECONDS = 300;
    private static final Pattern DISCOUNT_ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}:[A-Za-z0-9._~-]{1,64}");

    private final List<Violation> violations = new ArrayList<>();

    static Validated<HoldRequest> hold(HoldBody body) {
        var checks = new HoldChecks();
        var region = checks.region(body.region());
        var customer = checks.name(body.customerId(), "/customerId");
        var checkout = checks.name(body.checkoutId(), "/checkoutId");
        var discounts = checks.discounts(body.discounts());
        var seconds = checks.seconds(body.holdSeconds());
        if (region == null || !checks.violations.isEmpty()) {
            return new Validated.Invalid<>(checks.violations);
        }
        return new Validated.Valid<>(
                new HoldRequest(region, customer, checkout, discounts, Duration.ofSeconds(seconds)));
    }

    /** What a change of a redemption has to show. */
    record Change(long fencingToken, String orderId) {}

    static Validated<Change> confirm(ConfirmBody body) {
        var checks = new HoldChecks();
        var token = checks.token(body.fencingToken());
        return checks.valid(new Change(token, checks.name(body.orderId(), "/orderId")));
    }

    static Validated<Change> change(TokenBody body) {
        var checks = new HoldChecks();
        return checks.valid(new Change(checks.token(body.fencingToken()), ""));
    }

    private Validated<Change> valid(Change change) {
        return violations.isEmpty() ? new Validated.Valid<>(change) : new Validated.Invalid<>(violations);
    }

    private @Nullable Region region(@Nullable String code) {
        if (code != null && Region.isRegion(code)) {
            return new Region(code);
        }
        refuse("/region", "must be an ISO 3166-1 alpha-2 country code in capitals");
        return null;
    }

    private long token(@Nullable Long told) {
        if (told == null) {
            refuse("/fencingToken", "is required and must be a whole number");
        }
        return told == null ? 0 : told;
    }

    private int seconds(@Nullable Integer told) {
        int seconds = Objects.requireNonNullElse(told, DEFAULT_SECONDS);
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            refuse("/holdSeconds", "must be a whole number from " + LEAST_SECONDS + " to " + MOST_SECONDS);
        }
        return seconds;
    }

    private List<HeldDiscount> discounts(@Nullable List<@Nullable HeldDiscountBody> told) {
        var held = new ArrayList<HeldDiscount>();
        if (told == null || told.isEmpty() || told.size() > MAX_DISCOUNTS) {
            refuse("/discounts", "must have 1 to " + MAX_DISCOUNTS + " entries");
            return held;
        }
        var known = new HashSet<String>();
        for (int i = 0; i < told.size(); i++) {
            var one = told.get(i);
            if (one == null) {
                refuse("/discounts/" + i, "must be an object");
            } else {
                add(one, "/discounts/" + i, known, held);
            }
        }
        return held;
    }

    private void add(HeldDiscountBody told, String pointer, Set<String> known, List<HeldDiscount> held) {
        var id = told.discountId();
        var amount = told.amount();
        if (id == null || !DISCOUNT_ID.matcher(id).matches()) {
            refuse(pointer + "/discountId", "must be <provider>:<externalId>");
        } else if (!known.add(id)) {
            refuse(pointer + "/discountId", "is there twice");
        }
        if (amount == null || amount < 1 || amount > Money.MAX_MINOR_UNITS) {
            refuse(pointer + "/amount", "must be a whole number from 1 to " + Money.MAX_MINOR_UNITS);
        }
        if (id != null && amount != null && DISCOUNT_ID.matcher(id).matches()) {
            held.add(new HeldDiscount(DiscountId.parse(id), amount));
        }
    }

    private String name(@Nullable String told, String pointer) {
        if (told == null || told.isBlank() || told.length() > MAX_NAME || !isWritable(told)) {
            refuse(
                    pointer,
                    "is required and must have 1 to " + MAX_NAME
                            + " characters, not only blanks, and no unpaired surrogates");
            return "";
        }
        return told;
    }

    private static boolean isWritable(String told) {
        return told.codePoints().noneMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE);
    }

    private void refuse(String pointer, String why) {
        violations.add(new Violation(pointer, why));
    }
}
