package io.discounts.loadtests.ingestion;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ParkedSubjectsTest {
    @Test
    void standsAmongTheOthersWithItsFirstEventPoison() {
        var parked = new ParkedSubjects(2);

        var all = parked.among(ChangeSequence.rising(60, 5, 1), 10);

        assertThat(all).hasSize(66);
        assertThat(parked.told()).isEqualTo(6);
        assertThat(all.stream().filter(ParkedSubjects::isPoison).map(Change::version))
                .containsExactly(1L, 1L);
        assertThat(all.stream()
                        .filter(change -> change.key().endsWith("/parked-0"))
                        .map(Change::version))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void tellsAQueueInOrderFromOneThatIsNot() {
        assertThat(queue(1, 2, 3).isInOrder()).isTrue();
        assertThat(queue(1, 3, 2).isInOrder()).isFalse();
        assertThat(queue(2, 3).isInOrder()).isFalse();
        assertThat(queue(1, 2, 2, 3).isInOrder()).isFalse();
    }

    @Test
    void countsTheShardsThatASubjectCameBy() {
        var queue = queue(1, 2);
        queue.take("another", 3);

        assertThat(queue.shards()).isEqualTo(2);
    }

    private static ParkedSubjects.Queue queue(long... versions) {
        var queue = new ParkedSubjects.Queue(7);
        for (var version : versions) {
            queue.take("one", version);
        }
        return queue;
    }
}
