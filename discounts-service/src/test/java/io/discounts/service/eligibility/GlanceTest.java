package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import org.junit.jupiter.api.Test;

import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class GlanceTest {
    @Test
    void countsWhatItLooksAt() {
        var plain = new Candidate(aDiscount().id("p:1").build());
        var limited = new Candidate(aDiscount().id("p:2").usesPerCustomer(1).build());

        assertThat(Glance.at(List.of())).isZero();
        assertThat(Glance.at(List.of(plain, limited, plain))).isEqualTo(3);
    }
}
