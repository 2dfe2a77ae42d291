package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Report;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.json.DiscountJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.DriverManager;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;

class FilledSchemaTest {
    private static final Dataset DATA = Dataset.of(7, 1_200, 300, Generated.UNTIL, 3);
    private static final Dataset OTHER_DATA = Dataset.of(8, 1_200, 300, Generated.UNTIL, 3);
    private static Database server;

    @BeforeAll
    static void allowFiles() throws SQLException {
        server = DevServers.running().database();
        new FairDatabase(server).widen(1);
    }

    @Test
    void isUsedAsItIsOnceItIsFilled() throws Exception {
        var schema = filled(DATA);
        execute(schema, "CREATE TABLE not_dropped (id INT)");

        assertThat(filled(DATA)).isEqualTo(schema);

        assertThat(count(schema, "discount")).isEqualTo(1_200);
        assertThat(count(schema, "not_dropped")).isZero();
        execute(schema, "DROP TABLE not_dropped");
    }

    @Test
    void isFilledAnewWhereItsMarkIsMissingOrOfOtherData() throws Exception {
        var schema = filled(DATA);
        execute(schema, "DROP TABLE filled_with");
        execute(schema, "DELETE FROM discount LIMIT 100");

        filled(DATA);
        var whole = count(schema, "discount");
        execute(schema, "CREATE TABLE of_the_earlier_data (id INT)");
        filled(OTHER_DATA);

        assertThat(whole).isEqualTo(1_200);
        assertThat(count(schema, "information_schema.tables WHERE table_name = 'of_the_earlier_data'"))
                .isZero();
    }

    @Test
    void losesWhatEventsHaveBroughtSince() throws Exception {
        var schema = filled(DATA);
        var scopeRows = count(schema, "discount_scope");
        execute(schema, "INSERT INTO discount VALUES ('ES', 'partner-promotions', 'd-17', 3, NULL)");
        execute(
                schema,
                "INSERT INTO discount_scope (region, scope_key, provider, external_id)"
                        + " VALUES ('ES', 'store:s-4', 'partner-promotions', 'd-18')");
        execute(schema, "INSERT INTO store VALUES ('ES', 's-4', 1, FALSE, 'MAD', 'bakery', NULL)");
        execute(schema, "INSERT INTO scope_sheet VALUES ('ES', 'store:s-4', 9)");

        filled(DATA);

        assertThat(count(schema, "discount")).isEqualTo(1_200);
        assertThat(count(schema, "discount_scope")).isEqualTo(scopeRows);
        assertThat(count(schema, "store")).isEqualTo(300);
        assertThat(count(schema, "scope_sheet")).isZero();
    }

    @Test
    void losesTheIndexOfDiscountsThatAreNotInTheData() throws Exception {
        var schema = filled(DATA);
        var scopeRows = count(schema, "discount_scope");
        var partners = DATA.subjects().getFirst();
        for (long number = partners.count(); number < partners.count() + 40; number++) {
            for (var change : partners.subject(number).newest().changes()) {
                if (change instanceof DiscountChange.Published published) {
                    insert(schema, published.discount());
                }
            }
        }

        assertThat(count(schema, "discount")).isGreaterThan(1_220);
        assertThat(count(schema, "discount_scope")).isGreaterThan(scopeRows + 20);
        new FilledSchema(server, DATA).clear();

        assertThat(count(schema, "discount")).isEqualTo(1_200);
        assertThat(count(schema, "discount_scope")).isEqualTo(scopeRows);
    }

    private static void insert(Database schema, Discount discount) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.url(), schema.username(), schema.password());
                var row = connection.prepareStatement("INSERT INTO discount VALUES (?, ?, ?, ?, ?)");
                var scope = connection.prepareStatement("INSERT INTO discount_scope"
                        + " (region, scope_key, provider, external_id) VALUES (?, ?, ?, ?)")) {
            row.setString(1, discount.region().code());
            row.setString(2, discount.id().provider());
            row.setString(3, discount.id().externalId());
            row.setLong(4, discount.version());
            row.setBytes(5, DiscountJson.write(discount));
            row.executeUpdate();
            for (var key : discount.scope().keys()) {
                scope.setString(1, discount.region().code());
                scope.setString(2, key.written());
                scope.setString(3, discount.id().provider());
                scope.setString(4, discount.id().externalId());
                scope.executeUpdate();
            }
        }
    }

    private static Database filled(Dataset data) throws Exception {
        return new FilledSchema(server, data).filled("test", new Report());
    }

    private static void execute(Database schema, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.url(), schema.username(), schema.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Database schema, String from) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.url(), schema.username(), schema.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
