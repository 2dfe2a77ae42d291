package io.discounts.service.discount.json;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.Target;
import io.discounts.service.discount.Validity;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

import static io.discounts.service.discount.json.CanonicalText.literal;

/**
 * Reads what {@link DiscountJson#write} writes in its order, byte by byte and at a fraction of the price of any JSON, and cuts
 * out of it what clients are told. May know less than the other reader but never more: what it knows the other reads as the
 * same discount, and a rendered fragment has the same bytes.
 */
final class CanonicalDiscount {
    private static final KnownNames<Region> REGIONS = new KnownNames<>(Region::new);
    private static final KnownNames<Currency> CURRENCIES = new KnownNames<>(Currency::getInstance);
    private static final byte[] PROVIDER = literal("{\"provider\":\"");
    private static final byte[] EXTERNAL_ID = literal(",\"externalId\":\"");
    private static final byte[] VERSION = literal(",\"version\":");
    private static final byte[] REGION = literal(",\"region\":\"");
    private static final byte[] LABEL = literal(",\"label\":\"");
    private static final byte[] CURRENCY = literal(",\"currency\":\"");
    private static final byte[] EFFECT = literal(",\"effect\":");
    private static final byte[] TARGET = literal(",\"target\":");
    private static final byte[] SCOPE = literal(",\"scope\":");
    private static final byte[] RULES = literal(",\"rules\":[");
    private static final byte[] VALID_FROM = literal(",\"validFrom\":\"");
    private static final byte[] VALID_UNTIL = literal(",\"validUntil\":\"");

    private final CanonicalText text;
    private final FragmentCuts cuts;

    private CanonicalDiscount(byte[] canonical) {
        this.text = new CanonicalText(canonical);
        this.cuts = new FragmentCuts(canonical);
    }

    /** Null for what is not as it is written, or not as simple. */
    static @Nullable ReadDiscount read(byte[] bytes) {
        try {
            return new CanonicalDiscount(bytes).read();
        } catch (CanonicalText.OtherTextException | IllegalArgumentException | DateTimeException other) {
            return null;
        }
    }

    private ReadDiscount read() {
        text.expect(PROVIDER);
        var id = id();
        text.expect(VERSION);
        long version = text.whole();
        text.expect(REGION);
        var region = text.known(REGIONS);
        cuts.beginHead(text.position());
        text.expect(LABEL);
        var label = text.string();
        text.expect(CURRENCY);
        var currency = text.known(CURRENCIES);
        text.expect(EFFECT);
        var effect = CanonicalEffects.effect(text);
        var target = text.takes(TARGET) ? CanonicalEffects.target(text) : Target.Items.ALL;
        cuts.endHead(text.position(), target);
        text.expect(SCOPE);
        var scope = CanonicalScopes.scope(text);
        var discount = withTerms(id, region, version, label, currency, effect, target, scope);
        text.expect('}');
        text.expectEnd();
        return new ReadDiscount(discount, cuts.fragment(id));
    }

    private DiscountId id() {
        int from = text.position();
        var provider = CanonicalScalars.name(text);
        text.expect(EXTERNAL_ID);
        cuts.id(from, text.position());
        return new DiscountId(provider, text.string());
    }

    private Discount withTerms(
            DiscountId id,
            Region region,
            long version,
            String label,
            Currency currency,
            Effect effect,
            Target target,
            Scope scope) {
        var rules = rules();
        var validity = validity();
        var stacking = CanonicalTerms.stacking(text);
        var limits = CanonicalTerms.limits(text);
        var funding = CanonicalTerms.funding(text);
        return new Discount(
                id, region, version, label, currency, effect, target, scope, rules, validity, stacking, limits,
                funding);
    }

    private List<Rule> rules() {
        if (!text.takes(RULES)) {
            return List.of();
        }
        var rules = new ArrayList<Rule>();
        do {
            int from = text.position();
            rules.add(CanonicalRules.rule(text));
            cuts.rule(from, text.position());
        } while (text.takes(','));
        text.expect(']');
        return rules;
    }

    private Validity validity() {
        text.expect(VALID_FROM);
        var from = CanonicalScalars.instant(text);
        int before = text.position();
        if (!text.takes(VALID_UNTIL)) {
            return new Validity(from, null);
        }
        var until = CanonicalScalars.instant(text);
        cuts.until(before, text.position());
        return new Validity(from, until);
    }
}
