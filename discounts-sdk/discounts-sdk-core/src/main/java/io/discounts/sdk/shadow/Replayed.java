package io.discounts.sdk.shadow;

import java.util.List;

/**
 * A case that was asked again.
 *
 * @param name of its file
 * @param toControl how the answer differs from what the local search said then
 * @param toCandidate how it differs from what the service said then
 */
public record Replayed(String name, Case of, List<Mismatch> toControl, List<Mismatch> toCandidate) {
    public Replayed {
        toControl = List.copyOf(toControl);
        toCandidate = List.copyOf(toCandidate);
    }

    public boolean agreesWithControl() {
        return toControl.isEmpty();
    }

    public boolean agreesWithCandidate() {
        return toCandidate.isEmpty();
    }
}
