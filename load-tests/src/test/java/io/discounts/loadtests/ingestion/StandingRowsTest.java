package io.discounts.loadtests.ingestion;

import io.discounts.service.catalog.OwnCatalog;
import io.discounts.service.devservers.DevServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class StandingRowsTest {
    private static final List<BareRow> ROWS =
            IntStream.range(0, 1_100).mapToObj(StandingRowsTest::row).toList();
    private static OwnCatalog catalog;
    private static StandingRows standing;

    @BeforeAll
    static void open() {
        catalog = OwnCatalog.open(DevServers.running().database(), "standing");
        standing = StandingRows.of(catalog.address());
    }

    @AfterAll
    static void close() {
        catalog.close();
    }

    @BeforeEach
    void write() throws SQLException {
        new BareTables(catalog.address(), true).write(ROWS);
    }

    @Test
    void areAllThatWereWritten() {
        assertThatNoException().isThrownBy(() -> standing.require(ROWS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM discount WHERE external_id = 'd-7'",
                "UPDATE discount SET version = 4 WHERE external_id = 'd-7'",
                "UPDATE discount SET body = NULL WHERE external_id = 'd-7'",
                "DELETE FROM discount_scope WHERE external_id = 'd-1099' AND scope_key = 'city:mad'",
                "UPDATE discount_scope SET ends_at = '2027-01-01' WHERE external_id = 'd-1099' AND scope_key = 'city:mad'"
            })
    void lackOneThatIsGoneOrAnother(String change) {
        catalog.jdbc().update(change);

        assertThatIllegalStateException()
                .isThrownBy(() -> standing.require(ROWS))
                .withMessageContaining("stand in it");
    }

    private static BareRow row(int number) {
        return new BareRow(
                "ES",
                "partner-promotions",
                "d-" + number,
                3,
                "{\"label\":\"ñ '" + number + "'\"}",
                List.of("store:s-" + number % 10, "city:mad"),
                "2026-12-31 23:59:59.000");
    }
}
