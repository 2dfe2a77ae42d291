package io.discounts.sdk.rollout;

import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.Hook;
import dev.openfeature.sdk.HookContext;

import java.util.Map;

/** Tells OpenFeature's reasons and errors to whoever counts them. */
record FlagReasonsHook(FlagObserver observer) implements Hook<Object> {
    private static final String UNKNOWN = "UNKNOWN";

    @Override
    public void finallyAfter(
            HookContext<Object> context, FlagEvaluationDetails<Object> details, Map<String, Object> hints) {
        var reason = details.getReason() == null ? UNKNOWN : details.getReason();
        var error =
                details.getErrorCode() == null ? null : details.getErrorCode().name();
        observer.read(context.getFlagKey(), reason, error);
    }
}
