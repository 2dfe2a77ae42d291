package io.discounts.service.discount.json;

import io.discounts.service.discount.Funding;
import io.discounts.service.discount.Percent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

final class FundingJson {
    private FundingJson() {}

    static void write(JsonGenerator json, Funding funding) {
        json.writeStartObject();
        ScalarJson.percent(json, "partnerPercent", funding.partnerPercent());
        json.writeEndObject();
    }

    /** Null if it does not say who pays what. */
    static @Nullable Funding read(JsonParser json) {
        var share = JsonInput.object(json, new Draft()).partnerPercent;
        return share == null ? null : new Funding(share);
    }

    private static final class Draft implements JsonInput.Draft {
        private @Nullable Percent partnerPercent;

        @Override
        public void take(String field, JsonParser json) {
            if (field.equals("partnerPercent")) {
                partnerPercent = ScalarJson.percent(json);
            } else {
                json.skipChildren();
            }
        }
    }
}
