package io.discounts.loadtests.reads;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DirectLoadTest {
    private final Set<Integer> asked = Collections.synchronizedSet(new HashSet<>());
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void beginsInEachThreadAtAnotherQuestionAndCountsAnswersThatAreNotAsWanted() throws Exception {
        var measured = new DirectLoad("a store", 6, 3, () -> session(2)).run(Duration.ZERO);

        assertThat(asked).containsExactlyInAnyOrder(0, 2, 4);
        assertThat(measured.answered()).isEqualTo(2);
        assertThat(measured.refused()).isEqualTo(1);
        assertThat(measured.seconds()).isPositive();
    }

    @Test
    void closesWhatEachThreadHasOpened() throws Exception {
        new DirectLoad("a store", 6, 3, () -> session(-1)).run(Duration.ZERO);

        assertThat(closed).hasValue(3);
    }

    @Test
    void failsWhereTheStoreIsAway() {
        var load = new DirectLoad("a store", 6, 3, () -> {
            throw new SQLException("away");
        });

        assertThatThrownBy(() -> load.run(Duration.ZERO))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("away");
    }

    private DirectLoad.Session session(int refused) {
        return new DirectLoad.Session() {
            @Override
            public boolean ask(int question) {
                asked.add(question);
                return question != refused;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
