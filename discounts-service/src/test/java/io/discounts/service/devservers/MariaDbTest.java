package io.discounts.service.devservers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A database of its own, since it is killed and emptied here. */
class MariaDbTest {
    private static DevRun run;
    private static ServerProcess server;
    private static Database database;
    private static JdbcClient jdbc;

    @BeforeAll
    static void startAServerOfItsOwn(@TempDir Path root) throws IOException {
        run = DevRun.begin(new DevCache(root), ProcessHandle.current(), new Random());
        server = MariaDb.start(DevCache.ofUser(), run);
        database = MariaDb.database(server);
        jdbc = clientOf(server);
    }

    @AfterAll
    static void endIt() {
        run.end();
    }

    @BeforeEach
    void empty() {
        GivenMySql.empty(database);
    }

    @Test
    void keepsWhatWasCommittedBeforeItWasKilled() {
        jdbc.sql("CREATE TABLE kept (id INT PRIMARY KEY)").update();
        jdbc.sql("INSERT INTO kept VALUES (1), (2)").update();

        server.kill();
        assertThatThrownBy(this::keptIds).isNotNull();
        server.start();

        assertThat(keptIds()).containsExactly(1, 2);
    }

    @Test
    void isAsStrictAsMySql() {
        jdbc.sql("CREATE TABLE strict (id INT PRIMARY KEY, name VARCHAR(3) NOT NULL)")
                .update();

        assertThatThrownBy(
                        () -> jdbc.sql("INSERT INTO strict VALUES (1, 'long')").update())
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> jdbc.sql("SELECT id, COUNT(*) FROM strict GROUP BY name")
                        .query()
                        .listOfRows())
                .hasMessageContaining("GROUP BY");
    }

    @Test
    void isEmptiedOfTablesThatNeedEachOtherAndOfViews() {
        jdbc.sql("CREATE TABLE parent (id INT PRIMARY KEY)").update();
        jdbc.sql("CREATE TABLE child (id INT, FOREIGN KEY (id) REFERENCES parent (id))")
                .update();
        jdbc.sql("CREATE VIEW parents AS SELECT id FROM parent").update();

        GivenMySql.empty(database);

        assertThat(tables()).isEmpty();
    }

    @Test
    void goesOnWithTheFolderThatAnEarlierRunWasToldToKeep(@TempDir Path root) throws IOException {
        var folder = root.resolve("not/there/yet");
        var before = DevRun.begin(new DevCache(root), ProcessHandle.current(), new Random());
        clientOf(MariaDb.startKept(folder, DevCache.ofUser(), before))
                .sql("CREATE TABLE left_behind (id INT PRIMARY KEY)")
                .update();
        before.end();

        var after = DevRun.begin(new DevCache(root), ProcessHandle.current(), new Random());
        try {
            var server = MariaDb.startKept(folder, DevCache.ofUser(), after);
            assertThat(clientOf(server)
                            .sql("SELECT COUNT(*) FROM left_behind")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(server.output()).doesNotContain("Starting crash recovery");
        } finally {
            after.end();
        }
    }

    private static JdbcClient clientOf(ServerProcess server) {
        var address = MariaDb.database(server);
        return JdbcClient.create(new DriverManagerDataSource(address.url(), address.username(), address.password()));
    }

    private List<Integer> keptIds() {
        return jdbc.sql("SELECT id FROM kept ORDER BY id").query(Integer.class).list();
    }

    private static List<String> tables() {
        return jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
                .query(String.class)
                .list();
    }
}
