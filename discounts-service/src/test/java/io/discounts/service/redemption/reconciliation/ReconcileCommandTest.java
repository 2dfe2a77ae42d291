package io.discounts.service.redemption.reconciliation;

import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.OwnSchema;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The command, on a schema of its own. */
class ReconcileCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void saysByItsExitCodeWhetherAllAgrees() {
        var own = OwnSchema.create(DevServers.running().database(), "reconcile");
        var source = new DriverManagerDataSource(own.url(), own.username(), own.password());
        assertThat(run(own)).isEqualTo(ReconcileCommand.FAILED);
        assertThat(answer().has("failure")).isTrue();

        Flyway.configure().dataSource(source).load().migrate();
        assertThat(run(own)).isEqualTo(ReconcileCommand.CLEAN);
        assertThat(answer().at("/looked/budgets").longValue()).isZero();

        for (int i = 0; i < 3; i++) {
            new JdbcTemplate(source)
                    .update(
                            "INSERT INTO redemption (id, region, customer, checkout, status, expires_at, created_at,"
                                    + " changed_at) VALUES (REPEAT(?, 32), 'ES', 'c', 'ck', 'RELEASED', '2026-11-22',"
                                    + " '2026-11-22', '2026-11-22')",
                            Integer.toString(i));
        }
        assertThat(run(own, "--listed=2")).isEqualTo(ReconcileCommand.DIFFERENCES);
        assertThat(answer().at("/differences/EMPTY_REDEMPTION").longValue()).isEqualTo(3);
        assertThat(answer().get("listed").size()).isEqualTo(2);
        assertThat(answer().at("/listed/0/redemptionId").stringValue()).isEqualTo("0".repeat(32));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    reconcile now             | not an option of reconcile: now
                    reconcile --listed        | not an option of reconcile: --listed
                    reconcile --listed=many   | --listed is a number
                    """)
    void saysWhatItDoesNotUnderstand(String typed, String expected) {
        assertThat(run(List.of(typed.split(" ")))).isEqualTo(ReconcileCommand.NOT_UNDERSTOOD);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(expected).contains("usage:");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"reconcile, true", "--reconcile, false", "replay, false"})
    void knowsItsName(String word, boolean understood) {
        assertThat(ReconcileCommand.understands(word)).isEqualTo(understood);
        assertThat(ReconcileCommand.understands()).isFalse();
    }

    private int run(Database own, String... options) {
        var words = new ArrayList<>(List.of("reconcile"));
        words.addAll(List.of(options));
        words.add("--spring.datasource.url=" + own.url());
        words.add("--spring.datasource.username=" + own.username());
        words.add("--spring.datasource.password=" + own.password());
        return run(words);
    }

    private int run(List<String> words) {
        out.reset();
        err.reset();
        return new ReconcileCommand(Clock.systemUTC(), print(out), print(err)).run(words.toArray(String[]::new));
    }

    private JsonNode answer() {
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        return new JsonMapper().readTree(lines.getLast());
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }
}
