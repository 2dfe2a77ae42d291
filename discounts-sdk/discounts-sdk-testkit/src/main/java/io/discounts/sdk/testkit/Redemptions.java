package io.discounts.sdk.testkit;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds and what becomes of them, in memory, by the contract's states. For use by many threads. */
final class Redemptions {
    private final Catalogue catalogue;
    private final Clock clock;
    private final Map<String, Hold> holds = new LinkedHashMap<>();

    Redemptions(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Whether a use is left. */
    synchronized boolean hasLeft(FakeDiscount discount) {
        var now = clock.instant();
        return holds.values().stream()
                        .filter(hold -> hold.at(now).takes(discount.id()))
                        .count()
                < discount.uses();
    }

    /** All or nothing. */
    synchronized Response hold(JsonObject request) {
        request.text("region");
        request.text("customerId");
        request.text("checkoutId");
        var expiresAt = clock.instant().plusSeconds(seconds(request));
        var wanted = request.objects("discounts");
        for (var each : wanted) {
            var discount = catalogue.find(each.text("discountId"), clock.instant());
            if (discount.isEmpty()) {
                return Response.problem(404, "discount-not-found");
            } else if (!hasLeft(discount.get())) {
                return Response.problem(409, "limit-reached");
            }
        }
        return held(wanted.stream().map(JsonObject::members).toList(), expiresAt);
    }

    synchronized Response find(String id) {
        var hold = holds.get(id);
        return hold == null
                ? notFound()
                : Response.json(200, hold.at(clock.instant()).told());
    }

    synchronized Response act(String id, String action, JsonObject request) {
        var hold = holds.get(id);
        if (hold == null) {
            return notFound();
        }
        if (request.number("fencingToken") != hold.fencingToken()) {
            return Response.problem(409, "fencing-token-stale");
        }
        return move(hold.at(clock.instant()), action);
    }

    private static long seconds(JsonObject request) {
        var seconds = request.number("holdSeconds", 300);
        if (seconds < 10 || seconds > 1800) {
            throw new InvalidRequest("holdSeconds is 10 to 1800");
        }
        return seconds;
    }

    private Response held(List<Map<String, Object>> discounts, Instant expiresAt) {
        var number = holds.size() + 1;
        var hold = new Hold("r-" + number, "HELD", number, expiresAt, discounts);
        holds.put(hold.id(), hold);
        return Response.json(201, hold.told()).with("Location", "/v1/redemptions/" + hold.id());
    }

    private Response move(Hold hold, String action) {
        if (action.equals("confirm") && hold.status().equals("EXPIRED") && !allHaveLeft(hold, clock.instant())) {
            return Response.problem(409, "hold-expired");
        }
        var next = next(hold.status(), action);
        if (next == null) {
            return Response.problem(409, "redemption-state-conflict");
        }
        var moved = hold.as(next);
        holds.put(hold.id(), moved);
        return Response.json(200, moved.told());
    }

    private boolean allHaveLeft(Hold hold, Instant now) {
        return hold.discounts().stream()
                .map(held -> catalogue.find(String.valueOf(held.get("discountId")), now))
                .allMatch(discount -> discount.map(this::hasLeft).orElse(false));
    }

    private static @Nullable String next(String status, String action) {
        return switch (status + " " + action) {
            case "HELD confirm" -> "CONFIRMED";
            case "HELD release" -> "RELEASED";
            case "CONFIRMED cancel" -> "CANCELLED";
            case "EXPIRED confirm" -> "CONFIRMED_LATE";
            default -> null;
        };
    }

    private static Response notFound() {
        return Response.problem(404, "redemption-not-found");
    }
}
