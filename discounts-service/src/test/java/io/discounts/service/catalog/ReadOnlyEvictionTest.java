package io.discounts.service.catalog;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;

class ReadOnlyEvictionTest {
    private final ReadOnlyEviction eviction = new ReadOnlyEviction();

    @ParameterizedTest
    @ValueSource(ints = {1290, 1792, 1836})
    void dropsAConnectionToAServerThatTurnedReadOnly(int code) {
        assertThat(eviction.adjudicate(new SQLException("read only", "HY000", code)))
                .isEqualTo(Override.MUST_EVICT);
    }

    @Test
    void leavesEveryOtherFailureToThePool() {
        assertThat(eviction.adjudicate(new SQLException("deadlock", "40001", 1213)))
                .isEqualTo(Override.CONTINUE_EVICT);
    }
}
