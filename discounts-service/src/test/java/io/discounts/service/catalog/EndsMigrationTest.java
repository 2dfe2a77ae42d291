package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.devservers.OwnSchema;
import io.discounts.service.devservers.RunningServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.time.LocalDateTime;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows of the index from before it knew ends. */
@ServiceTest
class EndsMigrationTest {
    private static final LocalDateTime ENDLESS = LocalDateTime.parse("9999-12-31T23:59:59.999");
    private static final String INDEXED =
            " (region, scope_key, provider, external_id) VALUES ('ES', 'everywhere', 'p', '1')";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endsNothingThatWasThereBefore(boolean shadowed, @Autowired RunningServers servers) {
        var schema = OwnSchema.create(servers.database(), "ends_migration");
        var source = new DriverManagerDataSource(schema.url(), schema.username(), schema.password());
        var client = JdbcClient.create(source);
        Flyway.configure().dataSource(source).target("10").load().migrate();
        client.sql("INSERT INTO discount_scope" + INDEXED).update();
        if (shadowed) {
            client.sql("CREATE TABLE discount_scope_shadow LIKE discount_scope").update();
            client.sql("INSERT INTO discount_scope_shadow" + INDEXED).update();
        }

        Flyway.configure().dataSource(source).load().migrate();

        assertThat(end(client, "discount_scope")).isEqualTo(ENDLESS);
        if (shadowed) {
            assertThat(end(client, "discount_scope_shadow")).isEqualTo(ENDLESS);
        }
    }

    private static LocalDateTime end(JdbcClient client, String table) {
        return client.sql("SELECT ends_at FROM " + table)
                .query((row, number) -> row.getObject(1, LocalDateTime.class))
                .single();
    }
}
