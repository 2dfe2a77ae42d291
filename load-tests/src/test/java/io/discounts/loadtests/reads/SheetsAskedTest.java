package io.discounts.loadtests.reads;

import io.discounts.service.catalog.OwnCatalog;
import io.discounts.service.devservers.DevServers;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What is asked of MySQL and Redis directly, on a catalog of one discount. */
class SheetsAskedTest {
    private static final String QUESTION = "{\"region\":\"ES\",\"storeIds\":[\"s-1\",\"s-2\",\"closed\",\"unknown\"]}";

    @Test
    void areThoseThatTheFactsOfOpenStoresPointToOnceEach() {
        try (var catalog = catalog()) {
            var sheets = asked(catalog).getFirst();

            assertThat(sheets.region().code()).isEqualTo("ES");
            assertThat(sheets.keys())
                    .extracting(Object::toString)
                    .containsExactly("store:s-1", "type:bakery", "city:MAD", "everywhere", "store:s-2", "brand:b");
        }
    }

    @Test
    void areFoundByTheJoin() throws Exception {
        try (var catalog = catalog();
                var join = SheetStatement.open(catalog.address(), SheetStatement.PLAIN_JOIN, asked(catalog))) {
            assertThat(join.bytes(asked(catalog).getFirst())).isEqualTo(2);

            catalog.jdbc().update("UPDATE discount SET body = NULL");

            assertThat(join.bytes(asked(catalog).getFirst())).isZero();
        }
    }

    @Test
    void areNotFoundInRedisBeforeTheServiceHasBroughtThemThere() throws Exception {
        try (var catalog = catalog();
                var bare = new BareMget(DevServers.running().redisUrl(), asked(catalog));
                var session = bare.session()) {
            assertThat(session.ask(0)).isFalse();
        }
    }

    private static OwnCatalog catalog() {
        var catalog = OwnCatalog.open(DevServers.running().database(), "asked");
        catalog.jdbc().update("""
                INSERT INTO store (region, store_id, version, removed, city, type, brand) VALUES
                  ('ES', 's-1', 1, FALSE, 'MAD', 'bakery', NULL), ('ES', 's-2', 1, FALSE, 'MAD', 'bakery', 'b'),
                  ('ES', 'closed', 2, TRUE, NULL, NULL, NULL)
                """);
        catalog.jdbc().update("""
                INSERT INTO discount (region, provider, external_id, version, body) VALUES ('ES', 'p', 'd-1', 1, '{}')
                """);
        catalog.jdbc().update("""
                INSERT INTO discount_scope (region, scope_key, provider, external_id) VALUES ('ES', 'city:MAD', 'p', 'd-1')
                """);
        return catalog;
    }

    private static List<SheetsAsked> asked(OwnCatalog catalog) {
        try {
            return SheetsAsked.of(catalog.address(), List.of(QUESTION));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
