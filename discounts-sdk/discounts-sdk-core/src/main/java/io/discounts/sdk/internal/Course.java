package io.discounts.sdk.internal;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.rollout.Route;

/** Whom a call asks, and in which order. */
enum Course {
    LOCAL,
    REMOTE_ELSE_LOCAL,
    REMOTE;

    static Course of(Asked<?> asked, Route route, boolean hasLocal) {
        if (route.reason() == Reason.KILL_SWITCH) {
            return LOCAL;
        }
        if (!hasLocal) {
            return REMOTE;
        }
        return asked.path() == null ? ofStage(route.stage()) : ofPath(asked, asked.path(), route.stage());
    }

    private static Course ofStage(Stage stage) {
        return switch (stage) {
            case LOCAL, SHADOW -> LOCAL;
            case VERIFY, REMOTE -> REMOTE_ELSE_LOCAL;
            case REMOTE_ONLY -> REMOTE;
        };
    }

    /** Only a hold can be taken on the other side; what finishes it has to go where it is. */
    private static Course ofPath(Asked<?> asked, Path path, Stage stage) {
        if (path == Path.LOCAL) {
            return LOCAL;
        }
        return asked.operation() == Operation.HOLD && stage != Stage.REMOTE_ONLY ? REMOTE_ELSE_LOCAL : REMOTE;
    }
}
