package io.discounts.loadtests.ingestion;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ToldDiscountTest {
    private static final String EVENT = """
            {"specversion":"1.0","subject":"ES/d-1","data":{"externalId":"d-1","version":7,"label":"x"}}""";

    @Test
    void knowsItsSubject() {
        assertThat(ToldDiscount.of("partner-promotions", EVENT).subject()).isEqualTo("ES/d-1");
    }

    @Test
    void refusesWhatHasNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> ToldDiscount.of("partner-promotions", "{}"));
    }

    @Test
    void isTheSameInANewerVersion() {
        var told = ToldDiscount.of("partner-promotions", EVENT);

        assertThat(told.newer().json()).isEqualTo(EVENT.replace("\"version\":7", "\"version\":107"));
        assertThat(told.newer().writer(4)).isEqualTo(told.writer(4)).isBetween(0, 3);
    }
}
