package io.discounts.service.eligibility.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class VectorReasonsTest {
    private static final String BELOW =
            "{'rule': 'min_basket', 'code': 'below_minimum', 'required': 2500, 'actual': 1900}";
    private static final String MISSING = "{'rule': 'segment', 'code': 'segment_missing'}";
    private static final JsonNode EXPECTED = answer(BELOW + ", " + MISSING);

    @Test
    void leavesTheOrderOfReasonsOpen() {
        assertThat(compared(answer(MISSING + ", " + BELOW))).isEqualTo(VectorReasons.sorted(EXPECTED));
    }

    @Test
    void leavesDetailsOpenThatTheVectorDoesNotName() {
        var detailed = "{'rule': 'segment', 'code': 'segment_missing', 'required': ['prime']}";

        assertThat(compared(answer(BELOW + ", " + detailed))).isEqualTo(VectorReasons.sorted(EXPECTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BELOW,
                BELOW + ", " + MISSING + ", " + MISSING,
                BELOW + ", {'rule': 'segment', 'code': 'segment_excluded'}",
                MISSING + ", {'rule': 'min_basket', 'code': 'below_minimum', 'required': 2500, 'actual': 1901}",
                MISSING + ", {'rule': 'min_basket', 'code': 'below_minimum'}"
            })
    void noticesMissingExcessAndOtherReasons(String reasons) {
        assertThat(compared(answer(reasons))).isNotEqualTo(VectorReasons.sorted(EXPECTED));
    }

    private static JsonNode compared(JsonNode answer) {
        return VectorReasons.likeIn(EXPECTED, answer);
    }

    private static JsonNode answer(String reasons) {
        var written = "{'notApplied': [{'discountId': 'p:1', 'reasons': [" + reasons + "]}]}";
        return VectorFile.JSON.readTree(written.replace('\'', '"'));
    }
}
