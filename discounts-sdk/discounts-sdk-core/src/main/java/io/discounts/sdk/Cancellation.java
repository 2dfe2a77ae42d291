package io.discounts.sdk;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells whoever works on a call that nobody waits for its answer any more. Safe for use by many threads.
 *
 * <p>The client cancels when the future of an asynchronous call is cancelled or completed by somebody else, and when another
 * attempt of a hedged call was faster. A transport aborts its exchange then; a local search may look at {@link #isCancelled}.
 */
public final class Cancellation {
    private static final Cancellation NEVER = new Cancellation();

    private final List<Runnable> actions = new ArrayList<>(1);
    private boolean cancelled;

    /** One that nobody has cancelled yet. */
    public Cancellation() {}

    /** One that nobody can cancel: of a call whose caller waits in person. */
    public static Cancellation never() {
        return NEVER;
    }

    /** One that is cancelled with this one, and by itself without this one. */
    public Cancellation child() {
        var child = new Cancellation();
        onCancel(child::cancel);
        return child;
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs the action once on cancelling, by whoever cancels; at once if that has happened. It must neither block nor throw. */
    public void onCancel(Runnable action) {
        if (this != NEVER && !added(action)) {
            action.run();
        }
    }

    /** Has no effect the second time, nor on {@link #never()}. */
    public void cancel() {
        if (this != NEVER) {
            taken().forEach(Runnable::run);
        }
    }

    private synchronized boolean added(Runnable action) {
        return !cancelled && actions.add(action);
    }

    private synchronized List<Runnable> taken() {
        cancelled = true;
        var taken = List.copyOf(actions);
        actions.clear();
        return taken;
    }
}
