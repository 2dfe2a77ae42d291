package io.discounts.sdk.shadow;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A mismatch that may be a defect. Of one thread at a time. */
final class Suspect {
    private Mismatch last;
    /** What the control has said at this place since the call, null among it. */
    private final Set<@Nullable String> saidByControl = new HashSet<>();
    /** When the control said what it says now, as far as the candidate has not got there yet. */
    private final List<Instant> ahead = new ArrayList<>();

    private int confirmations;
    private boolean hasChanged;

    /** The control had said it by then. */
    Suspect(Mismatch first, Instant said) {
        last = first;
        saidByControl.add(first.control());
        ahead.add(said);
    }

    Mismatch last() {
        return last;
    }

    boolean isAt(Mismatch other) {
        return last.kind() == other.kind() && last.pointer().equals(other.pointer());
    }

    /** Whether it lies at or below this place. */
    boolean isWithin(Mismatch other) {
        return last.pointer().equals(other.pointer()) || last.pointer().startsWith(other.pointer() + "/");
    }

    /**
     * How many times in turn the control has said this, and the candidate, when it had just got past that moment, still had not.
     */
    int confirmations() {
        return confirmations;
    }

    /** Whether the latest look found other values than the one before. */
    boolean hasChanged() {
        return hasChanged;
    }

    /**
     * It was seen again.
     *
     * @return whether lag explains it all the same: the candidate says by now what the control has said since the call
     */
    boolean isExplainedBy(Mismatch again, Look look) {
        hasChanged = !Objects.equals(last.control(), again.control())
                || !Objects.equals(last.candidate(), again.candidate());
        var explained = hasChanged && saidByControl.contains(again.candidate());
        if (hasChanged) {
            confirmations = 0;
            ahead.clear();
        } else if (ahead.removeIf(said -> !said.isAfter(look.passed()))) {
            confirmations++;
        }
        last = again;
        saidByControl.add(again.control());
        ahead.add(look.at());
        return explained;
    }
}
