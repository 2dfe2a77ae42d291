package io.discounts.sdk.spring;

import io.discounts.sdk.rollout.GuardBudget;
import io.discounts.sdk.rollout.GuardOptions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Steps an operation down a stage when one of its budgets is burnt. Budgets are shares of its calls, from 0 to 1.
 *
 * @param enabled Whether there is a guard that steps operations down.
 * @param errorsAllowed Share of calls without an answer of the service up to which a step down is a false one.
 * @param errorsIntolerable Share of calls without an answer of the service from which on a step down is certain and soon.
 * @param defectsAllowed Share of comparisons with a defect up to which a step down is a false one.
 * @param defectsIntolerable Share of comparisons with a defect from which on a step down is certain and soon.
 * @param slowAllowed Share of slow calls up to which a step down is a false one.
 * @param slowIntolerable Share of slow calls from which on a step down is certain and soon.
 * @param slowAfter How long the service may take before a call counts as slow.
 * @param callsPerFalseStop Within its budgets an operation is stepped down once in so many calls on average at most.
 * @param patience How long a budget must have been burning at least.
 */
@ConfigurationProperties("discounts.client.guard")
record GuardProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("0.01") double errorsAllowed,
        @DefaultValue("0.05") double errorsIntolerable,
        @DefaultValue("0.001") double defectsAllowed,
        @DefaultValue("0.01") double defectsIntolerable,
        @DefaultValue("0.05") double slowAllowed,
        @DefaultValue("0.2") double slowIntolerable,
        @DefaultValue("150ms") Duration slowAfter,
        @DefaultValue("100000000") long callsPerFalseStop,
        @DefaultValue("10s") Duration patience) {
    GuardProperties {
        new GuardBudget(errorsAllowed, errorsIntolerable);
        new GuardBudget(defectsAllowed, defectsIntolerable);
        new GuardBudget(slowAllowed, slowIntolerable);
    }

    GuardOptions options() {
        return new GuardOptions(
                new GuardBudget(errorsAllowed, errorsIntolerable),
                new GuardBudget(defectsAllowed, defectsIntolerable),
                new GuardBudget(slowAllowed, slowIntolerable),
                slowAfter,
                callsPerFalseStop,
                patience);
    }
}
