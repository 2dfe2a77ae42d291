package io.discounts.loadtests.reads;

import io.discounts.service.catalog.OwnCatalog;
import io.discounts.service.devservers.DevServers;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The part of a catalog that some questions are about. */
class ExcerptTest {
    private static final String FIRST = question("s-1\",\"unknown");
    private static final String SECOND = question("s-2");

    @Test
    void hasTheStoresAndDiscountsOfAsManyQuestionsAsItTakes() throws SQLException {
        try (var whole = catalog()) {
            var excerpt = Excerpt.of(whole.address(), List.of(FIRST, SECOND), 1);

            assertThat(excerpt.questions()).containsExactly(FIRST);
            assertThat(excerpt.discounts()).isEqualTo(2);
            assertThat(column(whole, "store_id FROM discounts_whole_excerpt.store"))
                    .containsExactly("s-1");
            assertThat(column(whole, "external_id FROM discounts_whole_excerpt.discount"))
                    .containsExactly("everywhere", "in-s-1");
        }
    }

    @Test
    void takesNothingTwiceAndEndsWithTheQuestions() throws SQLException {
        try (var whole = catalog()) {
            var excerpt = Excerpt.of(whole.address(), List.of(FIRST, SECOND), 1_000);

            assertThat(excerpt.questions()).containsExactly(FIRST, SECOND);
            assertThat(excerpt.discounts()).isEqualTo(3);
        }
    }

    private static String question(String stores) {
        return "{\"region\":\"ES\",\"storeIds\":[\"" + stores + "\"],\"at\":\"2026-11-22T12:00:00Z\"}";
    }

    private static List<String> column(OwnCatalog catalog, String columnAndTable) {
        return catalog.jdbc().queryForList("SELECT " + columnAndTable + " ORDER BY 1", String.class);
    }

    private static OwnCatalog catalog() {
        var catalog = OwnCatalog.open(DevServers.running().database(), "whole");
        catalog.jdbc().update("""
                INSERT INTO store (region, store_id, version, removed, city, type, brand) VALUES
                  ('ES', 's-1', 1, FALSE, 'MAD', NULL, NULL), ('ES', 's-2', 1, FALSE, 'MAD', NULL, NULL)
                """);
        catalog.jdbc().update("""
                INSERT INTO discount (region, provider, external_id, version, body) VALUES
                  ('ES', 'p', 'in-s-1', 1, '{}'), ('ES', 'p', 'in-s-2', 1, '{}'), ('ES', 'p', 'everywhere', 1, '{}'),
                  ('ES', 'p', 'over', 1, '{}'),
                  ('PT', 'p', 'elsewhere', 1, '{}')
                """);
        catalog.jdbc().update("""
                INSERT INTO discount_scope (region, scope_key, provider, external_id, ends_at) VALUES
                  ('ES', 'store:s-1', 'p', 'in-s-1', '2026-11-23'), ('ES', 'store:s-2', 'p', 'in-s-2', '2026-11-23'),
                  ('ES', 'store:s-1', 'p', 'over', '2026-11-22'), ('ES', 'everywhere', 'p', 'everywhere', '2027-01-01'),
                  ('PT', 'everywhere', 'p', 'elsewhere', '2027-01-01')
                """);
        return catalog;
    }
}
