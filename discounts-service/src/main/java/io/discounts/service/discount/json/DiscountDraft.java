package io.discounts.service.discount.json;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Funding;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.Stacking;
import io.discounts.service.discount.Target;
import io.discounts.service.discount.Validity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import java.time.Instant;
import java.util.Currency;
import java.util.List;

import static io.discounts.service.discount.json.JsonInput.required;

/** What has been read of a discount. */
final class DiscountDraft implements JsonInput.Draft {
    private final boolean providerIsKnown;
    private @Nullable String provider;
    private @Nullable String externalId;
    private @Nullable Long version;
    private @Nullable Region region;
    private @Nullable String label;
    private @Nullable Currency currency;
    private @Nullable Effect effect;
    private Target target = Target.Items.ALL;
    private @Nullable Scope scope;
    private List<Rule> rules = List.of();
    private @Nullable Instant validFrom;
    private @Nullable Instant validUntil;
    private Stacking stacking = Stacking.DEFAULT;
    private Limits limits = Limits.NONE;
    private @Nullable Funding funding;

    /** Starts empty.
     *
     * @param provider whose discount it is, whatever the JSON says; null: as the JSON says */
    DiscountDraft(@Nullable String provider) {
        this.provider = provider;
        this.providerIsKnown = provider != null;
    }

    @Override
    public void take(String field, JsonParser json) {
        switch (field) {
            case "externalId" -> externalId = JsonInput.string(json);
            case "version" -> version = JsonInput.int64(json);
            case "region" -> region = new Region(JsonInput.string(json));
            case "label" -> label = JsonInput.string(json);
            case "currency" -> currency = ScalarJson.currency(json);
            case "effect" -> effect = EffectJson.read(json);
            case "target" -> target = TargetJson.read(json);
            case "scope" -> scope = ScopeJson.read(json);
            default -> takeTerms(field, json);
        }
    }

    private void takeTerms(String field, JsonParser json) {
        switch (field) {
            case "rules" -> rules = JsonInput.list(json, RuleJson::read);
            case "validFrom" -> validFrom = TimeJson.instant(json);
            case "validUntil" -> validUntil = TimeJson.instant(json);
            case "stacking" -> stacking = StackingJson.read(json);
            case "limits" -> limits = LimitsJson.read(json);
            case "funding" -> funding = FundingJson.read(json);
            case "provider" -> takeProvider(json);
            default -> json.skipChildren();
        }
    }

    private void takeProvider(JsonParser json) {
        if (providerIsKnown) {
            json.skipChildren();
        } else {
            provider = JsonInput.string(json);
        }
    }

    Discount toDiscount() {
        return new Discount(
                new DiscountId(required(provider, "provider"), required(externalId, "externalId")),
                required(region, "region"),
                required(version, "version"),
                required(label, "label"),
                required(currency, "currency"),
                required(effect, "effect"),
                target,
                required(scope, "scope"),
                rules,
                new Validity(required(validFrom, "validFrom"), validUntil),
                stacking,
                limits,
                funding);
    }
}
