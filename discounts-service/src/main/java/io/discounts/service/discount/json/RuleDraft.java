package io.discounts.service.discount.json;

import io.discounts.service.discount.Money;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import static io.discounts.service.discount.json.JsonInput.required;

/** What has been read of a rule; a field of another type of rule is the schema's to refuse. */
final class RuleDraft implements JsonInput.Draft {
    private final SelectionJson.Draft of = new SelectionJson.Draft();
    private @Nullable String type;
    private @Nullable Money amount;
    private @Nullable Integer quantity;
    private Set<String> anyOf = Set.of();
    private Set<String> noneOf = Set.of();
    private @Nullable Integer min;
    private @Nullable Integer max;
    private @Nullable ZoneId timezone;
    private List<Window> windows = List.of();

    @Override
    public void take(String field, JsonParser json) {
        switch (field) {
            case "type" -> type = JsonInput.string(json);
            case "amount" -> amount = ScalarJson.money(json);
            case "quantity" -> quantity = JsonInput.int32(json);
            case "anyOf" -> anyOf = JsonInput.strings(json);
            case "noneOf" -> noneOf = JsonInput.strings(json);
            case "min" -> min = JsonInput.int32(json);
            case "max" -> max = JsonInput.int32(json);
            case "timezone" -> timezone = TimeJson.timezone(json);
            case "windows" -> windows = JsonInput.list(json, WindowDraft::read);
            default -> of.take(field, json);
        }
    }

    Rule toRule() {
        return switch (required(type, "type")) {
            case "min_basket" -> new Rule.MinBasket(required(amount, "amount"), of.toSelection());
            case "min_quantity" -> new Rule.MinQuantity(required(quantity, "quantity"), of.toSelection());
            case "segment" -> new Rule.Segment(anyOf, noneOf);
            case "order_count" -> new Rule.OrderCount(min, max);
            case "schedule" -> new Rule.Schedule(required(timezone, "timezone"), windows);
            case "payment_method" -> new Rule.PaymentMethod(anyOf);
            case "platform" -> new Rule.Platform(anyOf);
            case "fulfilment" -> new Rule.Fulfilment(anyOf);
            case "customer" -> new Rule.Customer(anyOf);
            default -> throw new IllegalArgumentException("type must be a known rule");
        };
    }
}
