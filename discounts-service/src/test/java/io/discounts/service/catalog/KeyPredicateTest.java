package io.discounts.service.catalog;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class KeyPredicateTest {
    @Test
    void groupsRowsByTheLeadingColumns() {
        var named = KeyPredicate.of(
                List.of("region", "provider", "external_id"),
                List.of(List.of("ES", "p", "1"), List.of("FR", "p", "1"), List.of("ES", "p", "2")));

        assertThat(named.sql())
                .isEqualTo("(region = ? AND provider = ? AND external_id IN (?,?))"
                        + " OR (region = ? AND provider = ? AND external_id IN (?))");
        assertThat(named.parameters()).containsExactly("ES", "p", "1", "2", "FR", "p", "1");
    }
}
