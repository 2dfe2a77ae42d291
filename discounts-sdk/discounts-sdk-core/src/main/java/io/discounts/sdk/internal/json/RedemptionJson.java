package io.discounts.sdk.internal.json;

import io.discounts.sdk.Path;
import io.discounts.sdk.model.HeldDiscount;
import io.discounts.sdk.model.Redemption;
import io.discounts.sdk.model.RedemptionStatus;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static io.discounts.sdk.internal.json.Json.required;

/** A redemption of the service. A status that nobody here knows makes it unreadable: whether it holds is the whole answer. */
final class RedemptionJson {
    private @Nullable String redemptionId;
    private @Nullable RedemptionStatus status;
    private @Nullable Long fencingToken;
    private @Nullable Instant expiresAt;
    private List<HeldDiscount> discounts = List.of();

    Redemption read(Json json) throws IOException {
        json.object(name -> {
            switch (name) {
                case "redemptionId" -> redemptionId = json.text();
                case "status" -> status = status(json.text());
                case "fencingToken" -> fencingToken = json.number();
                case "expiresAt" -> expiresAt = json.instant();
                case "discounts" -> discounts = json.list(RedemptionJson::discount);
                default -> json.skip();
            }
        });
        return new Redemption(
                required(redemptionId, "redemptionId"),
                required(status, "status"),
                required(fencingToken, "fencingToken"),
                required(expiresAt, "expiresAt"),
                discounts,
                Path.REMOTE);
    }

    private static RedemptionStatus status(String name) throws UnexpectedJsonException {
        return Stream.of(RedemptionStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnexpectedJsonException("an unknown status"));
    }

    private static HeldDiscount discount(Json json) throws IOException {
        var draft = new Object() {
            @Nullable
            String discountId;

            @Nullable
            Long amount;
        };
        json.object(name -> {
            switch (name) {
                case "discountId" -> draft.discountId = json.text();
                case "amount" -> draft.amount = json.number();
                default -> json.skip();
            }
        });
        return new HeldDiscount(required(draft.discountId, "discountId"), required(draft.amount, "amount"));
    }
}
