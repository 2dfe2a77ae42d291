package io.discounts.loadtests.data;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whom a campaign is for, in marketing's words: an audience, and who may redeem its voucher.
 *
 * @param code of the voucher, if there is one
 * @param voucher who may redeem it; absent: there is none, and no limit of uses
 */
record CampaignCustomers(
        String code, List<Rule> audience, @Nullable Rule voucher, Limits limits) {
    static CampaignCustomers of(Discount discount) {
        var limits = discount.limits();
        var audience = new ArrayList<>(discount.rules().stream()
                .filter(rule -> !(rule instanceof Rule.MinBasket || rule instanceof Rule.Schedule))
                .toList());
        var hasVoucher = limits.total() != null || limits.perCustomer() != null || limits.exclusiveUse();
        return new CampaignCustomers(
                discount.id().externalId().toUpperCase(Locale.ROOT),
                audience,
                hasVoucher ? audience.removeLast() : null,
                limits);
    }

    void write(JsonGenerator json) {
        if (voucher != null) {
            json.writeObjectPropertyStart("voucher");
            json.writeStringProperty("code", code);
            redeemableBy(json, voucher);
            Fields.number(json, "totalUses", limits.total());
            Fields.number(json, "usesPerCustomer", limits.perCustomer());
            Fields.flag(json, "oneHolderAtATime", limits.exclusiveUse());
            json.writeEndObject();
        }
        if (!audience.isEmpty()) {
            json.writeObjectPropertyStart("audience");
            audience.forEach(rule -> write(json, rule));
            json.writeEndObject();
        }
    }

    private static void redeemableBy(JsonGenerator json, Rule voucher) {
        json.writeObjectPropertyStart("redeemableBy");
        if (voucher instanceof Rule.Customer customer) {
            Fields.list(json, "customers", customer.anyOf());
        } else if (voucher instanceof Rule.Segment segment) {
            Fields.list(json, "segments", segment.anyOf());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Rule rule) {
        if (rule instanceof Rule.Segment segment) {
            Fields.listIfAny(json, "segments", segment.anyOf());
            Fields.listIfAny(json, "notSegments", segment.noneOf());
        } else if (rule instanceof Rule.OrderCount) {
            json.writeBooleanProperty("firstOrderOnly", true);
        } else if (rule instanceof Rule.Platform platform) {
            Fields.list(json, "platforms", platform.anyOf());
        }
    }
}
