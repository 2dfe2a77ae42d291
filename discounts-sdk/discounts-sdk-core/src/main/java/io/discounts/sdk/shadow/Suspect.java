package io.discounts.sdk.shadow;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** A mismatch that may be a defect. Of one thread at a time. */
final class Suspect {
    private Mismatch last;
    /** What the control has said at this place since the call, null among it. */
    private final Set<@Nullable String> saidByControl = new HashSet<>();

    private int confirmations;

    Suspect(Mismatch first) {
        last = first;
        saidByControl.add(first.control());
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

    int confirmations() {
        return confirmations;
    }

    /**
     * It was seen again.
     *
     * @return whether lag explains it all the same: the candidate says by now what the control has said since the call
     */
    boolean isExplainedBy(Mismatch again) {
        var isAsItWas =
                Objects.equals(last.control(), again.control()) && Objects.equals(last.candidate(), again.candidate());
        confirmations = isAsItWas ? confirmations + 1 : 0;
        last = again;
        var explained = !isAsItWas && saidByControl.contains(again.candidate());
        saidByControl.add(again.control());
        return explained;
    }
}
