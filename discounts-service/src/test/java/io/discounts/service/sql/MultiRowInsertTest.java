package io.discounts.service.sql;

import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.OwnSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What is written into statements comes out of the real database again, to the last byte. */
class MultiRowInsertTest {
    private static final Database OWN = OwnSchema.create(DevServers.running().database(), "sql");
    private static final List<String> HOSTILE = List.of(
            "'",
            "''",
            "\\",
            "\\'",
            "\"",
            "`",
            "\0",
            "\n",
            "\r",
            "\t",
            "\u001a",
            "%",
            "_",
            "?",
            "{d",
            "{fn now()}",
            "}",
            "-- ",
            "#",
            "/*",
            "*/",
            ";",
            "x'00'",
            "');",
            ":name",
            "ñ",
            "€",
            "語",
            "🍕",
            "\u00a5",
            "\u2028",
            "a");
    private static final int TEXTS = 500;

    private final SingleConnectionDataSource connection =
            new SingleConnectionDataSource(OWN.url(), OWN.username(), OWN.password(), true);
    private final JdbcTemplate jdbc = new JdbcTemplate(connection);
    private final MultiRowInsert insert = new MultiRowInsert("written (id, text)", "");

    private record Row(long id, String text) {
        Object[] columns() {
            return new Object[] {id, text};
        }
    }

    @BeforeEach
    void emptyTable() {
        jdbc.execute("DROP TABLE IF EXISTS written");
        jdbc.execute("CREATE TABLE written (id BIGINT PRIMARY KEY, text VARBINARY(200) NULL) ENGINE = InnoDB");
    }

    @AfterEach
    void close() {
        connection.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES,ANSI_QUOTES"})
    void writesAnyTextAsItIs(String mode) {
        jdbc.execute("SET SESSION sql_mode = '" + mode + "'");
        var random = new Random(7);
        var rows = IntStream.range(0, TEXTS)
                .mapToObj(id -> new Row(id, hostileText(random)))
                .toList();

        insert.insert(jdbc, rows, Row::columns);

        assertThat(written()).isEqualTo(rows);
    }

    @Test
    void writesNumbersAndNulls() {
        insert.insert(jdbc, List.of(Long.MIN_VALUE, Long.MAX_VALUE), id -> new Object[] {id, null});

        assertThat(jdbc.queryForList("SELECT id FROM written WHERE text IS NULL ORDER BY id", Long.class))
                .containsExactly(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Test
    void insertsAllRowsOrNone() {
        insert.insert(jdbc, List.of(new Row(2, "there")), Row::columns);

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> insert.insert(jdbc, List.of(new Row(1, "a"), new Row(2, "b")), Row::columns));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() ->
                        insert.insert(jdbc, List.of(new Row(1, "secret"), new Row(3, "x".repeat(201))), Row::columns))
                .withMessageNotContaining("secret");

        assertThat(written()).containsExactly(new Row(2, "there"));
    }

    @Test
    void doesWithRowsThatAreThereWhatTheTailSays() {
        var upsert = new MultiRowInsert("written (id, text)", "ON DUPLICATE KEY UPDATE text = VALUES(text)");
        upsert.insert(jdbc, List.of(new Row(1, "old")), Row::columns);

        upsert.insert(jdbc, List.of(new Row(1, "new"), new Row(2, "new")), Row::columns);

        assertThat(written()).containsExactly(new Row(1, "new"), new Row(2, "new"));
    }

    @Test
    void refusesWhatIsNeitherTextNorWholeNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> insert.insert(jdbc, List.of(1L), id -> new Object[] {id, 0.5}))
                .withMessageContaining("Double");
    }

    @Test
    void doesNothingForNoRows() {
        insert.insert(jdbc, List.<Row>of(), Row::columns);

        assertThat(written()).isEmpty();
    }

    private static String hostileText(Random random) {
        return Stream.generate(() -> HOSTILE.get(random.nextInt(HOSTILE.size())))
                .limit(random.nextInt(12))
                .collect(Collectors.joining());
    }

    private List<Row> written() {
        return jdbc.query(
                "SELECT id, text FROM written ORDER BY id",
                (row, number) -> new Row(row.getLong(1), new String(row.getBytes(2), StandardCharsets.UTF_8)));
    }
}
