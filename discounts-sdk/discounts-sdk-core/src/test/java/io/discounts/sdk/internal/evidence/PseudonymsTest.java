package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.shadow.CustomerIds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PseudonymsTest {
    private final Pseudonyms pseudonyms = new Pseudonyms(new CustomerIds("salt"));

    @Test
    void isTheSameForTheSameCustomerUnderTheSameSaltAlone() {
        var other = new Pseudonyms(new CustomerIds("another"));

        assertThat(pseudonyms.of("customer-1")).isEqualTo(pseudonyms.of("customer-1"));
        assertThat(pseudonyms.of("customer-1")).isNotEqualTo(pseudonyms.of("customer-2"));
        assertThat(pseudonyms.of("customer-1")).isNotEqualTo(other.of("customer-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "jane@example.com | [\"jane@example.com\"]",
                "jane/doe | /conditions/jane~1doe/0",
                "ja\"ne | {\"id\":\"ja\\\"ne\"}",
                "customer-1 | xcustomer-1y",
                "7 | customers/7/orders"
            })
    void findsAnIdHoweverItIsWritten(String id, String text) {
        var hidden = pseudonyms.without(id, text);

        assertThat(hidden).contains(pseudonyms.of(id));
        assertThat(hidden.replace(pseudonyms.of(id), "")).doesNotContain(id);
    }

    @Test
    void leavesNumbersAloneThatOnlyContainAShortId() {
        assertThat(pseudonyms.without("1", "amount 100")).isEqualTo("amount 100");
    }

    @Test
    void leavesTextOfNobodyAlone() {
        assertThat(pseudonyms.without(null, "a text")).isEqualTo("a text");
        assertThat(pseudonyms.without("", "a text")).isEqualTo("a text");
    }

    @Property(tries = 300)
    void letsNoUnmistakableIdThrough(
            @ForAll @StringLength(min = 4, max = 20) String id, @ForAll @StringLength(max = 20) String around) {
        assertThat(pseudonyms.without(id, around + id + around).replace(pseudonyms.of(id), ""))
                .doesNotContain(id);
    }
}
