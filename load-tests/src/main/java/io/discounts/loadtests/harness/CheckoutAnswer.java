package io.discounts.loadtests.harness;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;

/**
 * How a write to redemptions was answered.
 *
 * @param retryAfter whether it says when to ask again
 */
public record CheckoutAnswer(int status, String body, boolean retryAfter, Duration took) {
    private static final JsonMapper JSON = new JsonMapper();

    public boolean isDone() {
        return status / 100 == 2;
    }

    /** Whether the same call may be answered otherwise a little later. */
    public boolean isForNow() {
        return status == 503 || isRefused("request-in-progress");
    }

    /** Whether it is refused for this reason, such as {@code limit-reached}. */
    public boolean isRefused(String slug) {
        return word().equals(slug);
    }

    /** What the redemption has become, such as {@code HELD}, or the slug of the problem. */
    public String word() {
        if (isDone()) {
            return held().status();
        }
        var type = JSON.readTree(body).path("type").asString("");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /**
     * The redemption as it stands now.
     *
     * @throws IllegalStateException if the answer is a refusal
     */
    public Held held() {
        if (!isDone()) {
            throw new IllegalStateException("Answered %d: %s".formatted(status, body));
        }
        var json = JSON.readTree(body);
        return new Held(
                json.get("redemptionId").asString(),
                json.get("status").asString(),
                json.get("fencingToken").asLong(),
                Instant.parse(json.get("expiresAt").asString()));
    }
}
