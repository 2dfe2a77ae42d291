package io.discounts.service.outbox.stream;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectSweepTest {
    private final HeadsOnly waiting = new HeadsOnly();
    private final SubjectSweep sweep = new SubjectSweep(waiting);

    @Test
    void comesToEachSubjectBeforeItComesToAnyAgain() {
        IntStream.range(0, 1_200).forEach(i -> waiting.add("s-%04d".formatted(i), 100));

        var seen = new ArrayList<String>();
        for (int call = 0; call < 3; call++) {
            var subjects = subjects(sweep.next());
            assertThat(subjects).hasSizeLessThanOrEqualTo(EventStream.CALL_RECORDS);
            seen.addAll(subjects);
        }

        assertThat(seen).hasSize(1_200).doesNotHaveDuplicates();
        assertThat(subjects(sweep.next())).startsWith("s-0000");
    }

    @Test
    void goesOnWhereTheRoomOfACallHasEnded() {
        waiting.add("a", 3 << 20);
        waiting.add("b", 3 << 20);
        waiting.add("c", 1 << 20);

        assertThat(subjects(sweep.next())).containsExactly("a");
        assertThat(subjects(sweep.next())).containsExactly("b", "c");
        assertThat(subjects(sweep.next())).containsExactly("a");
    }

    @Test
    void looksAtTheBeginningWhenNothingIsLeftAtTheEnd() {
        IntStream.range(0, 500).forEach(i -> waiting.add("s-%04d".formatted(i), 100));
        sweep.next();

        assertThat(subjects(sweep.next())).hasSize(500).startsWith("s-0000");
    }

    @Test
    void findsNothingWhereNothingWaits() {
        assertThat(sweep.next()).isEmpty();
        assertThat(sweep.next()).isEmpty();
    }

    private static List<String> subjects(List<Head> heads) {
        return heads.stream().map(Head::subject).toList();
    }

    private static final class HeadsOnly implements WaitingEvents {
        private final TreeMap<String, Head> heads = new TreeMap<>();

        void add(String subject, int bytes) {
            heads.put(subject, new Head(heads.size(), subject, bytes));
        }

        @Override
        public List<Head> heads(String afterSubject, int most) {
            return heads.tailMap(afterSubject, false).values().stream()
                    .limit(most)
                    .toList();
        }

        @Override
        public List<WaitingEvent> load(List<Head> some) {
            throw new AssertionError("a sweep loads nothing");
        }

        @Override
        public void sent(List<WaitingEvent> events) {
            throw new AssertionError("a sweep sends nothing");
        }

        @Override
        public void refuse(Head head) {
            throw new AssertionError("a sweep refuses nothing");
        }
    }
}
