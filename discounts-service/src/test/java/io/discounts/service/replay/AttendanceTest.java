package io.discounts.service.replay;

import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;

class AttendanceTest {
    private static final long REPLAY = 4_711;

    private final DataSource pool = ReplayStage.shared().context().getBean(DataSource.class);

    @Test
    void keepsItsConnectionLongerThanThePoolLetsOneRest() throws SQLException {
        var attendance = new Attendance(pool);
        long pooled;
        try (var connection = pool.getConnection()) {
            pooled = patience(connection);
        }

        try (var held = attendance.take(REPLAY).orElseThrow()) {
            assertThat(patience(held.connection())).isGreaterThan(pooled);
            assertThat(attendance.take(REPLAY)).isEmpty();
        }

        try (var again = attendance.take(REPLAY).orElseThrow()) {
            assertThat(again.replayId()).isEqualTo(REPLAY);
        }
    }

    private static long patience(Connection connection) throws SQLException {
        try (var ask = connection.createStatement();
                var answer = ask.executeQuery("SELECT @@SESSION.wait_timeout")) {
            assertThat(answer.next()).isTrue();
            return answer.getLong(1);
        }
    }
}
