package io.discounts.service.outbox.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes round the subjects that have something to say, each in its turn, so that neither one that says a lot nor many that the
 * stream refuses keep the others waiting. Not thread-safe.
 */
final class SubjectSweep {
    private static final String BEGINNING = "";

    private final WaitingEvents waiting;
    private String after = BEGINNING;

    SubjectSweep(WaitingEvents waiting) {
        this.waiting = waiting;
    }

    /** Heads for one call. Too large ones come alone, whatever room there is. None: nothing waits. */
    List<Head> next() {
        var heads = waiting.heads(after, EventStream.CALL_RECORDS);
        if (heads.isEmpty() && !after.equals(BEGINNING)) {
            heads = waiting.heads(BEGINNING, EventStream.CALL_RECORDS);
        }
        var fitting = fitting(heads);
        var wasLast = fitting.size() == heads.size() && heads.size() < EventStream.CALL_RECORDS;
        after = wasLast ? BEGINNING : fitting.getLast().subject();
        return fitting;
    }

    private static List<Head> fitting(List<Head> heads) {
        var fitting = new ArrayList<Head>();
        var bytes = 0L;
        for (var head : heads) {
            bytes += head.bytes();
            if (!fitting.isEmpty() && bytes > EventStream.CALL_BYTES) {
                break;
            }
            fitting.add(head);
        }
        return fitting;
    }
}
