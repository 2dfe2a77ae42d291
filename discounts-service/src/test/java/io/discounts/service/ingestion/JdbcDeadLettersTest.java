package io.discounts.service.ingestion;

import io.discounts.service.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class JdbcDeadLettersTest {
    private static final byte[] BYTES = {0, (byte) 0xff, '\n', (byte) 0xc3};

    @Autowired
    private DeadLetters letters;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsEveryByteAndARecordDeliveredAgainAsItWas() {
        letters.keep(List.of(letter("7", 0, "first reading"), letter("7", 1, "its neighbour")));
        letters.keep(List.of(letter("7", 0, "second reading")));

        var kept = jdbc.sql(
                        "SELECT payload, reason FROM dead_letter WHERE stream = 'letters' AND sequence_number = '7' ORDER BY sub_sequence")
                .query((row, index) -> {
                    assertThat(row.getBytes(1)).isEqualTo(BYTES);
                    return row.getString(2);
                })
                .list();
        assertThat(kept).containsExactly("first reading", "its neighbour");
    }

    @Test
    void cutsAReasonThatIsTooLong() {
        letters.keep(List.of(letter("8", 0, "x".repeat(5000))));

        assertThat(jdbc.sql("SELECT LENGTH(reason) FROM dead_letter WHERE stream = 'letters' AND sequence_number = '8'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2000);
    }

    private static DeadLetter letter(String sequenceNumber, long subSequence, String reason) {
        var record = new StreamRecord(sequenceNumber, subSequence, Instant.parse("2026-11-22T10:00:00Z"), BYTES);
        return new DeadLetter("letters", "shard-0", record, null, reason);
    }
}
