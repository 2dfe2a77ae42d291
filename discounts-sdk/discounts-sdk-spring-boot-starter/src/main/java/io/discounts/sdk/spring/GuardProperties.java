package io.discounts.sdk.spring;

import io.discounts.sdk.rollout.GuardBudget;
import io.discounts.sdk.rollout.GuardOptions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Steps an operation down a stage when one of its budgets is burnt. Budgets are shares of its calls, from 0 to 1.
 *
 * @param enabled whether there is a guard
 * @param errorsAllowed calls that the service did not answer: up to here a step down is a false one
 * @param errorsIntolerable from here on a step down is certain and soon
 * @param defectsAllowed compared calls with a difference that neither lag nor noise explains
 * @param defectsIntolerable from here on a step down is certain and soon
 * @param slowAllowed calls that the service took longer for than slow-after
 * @param slowIntolerable from here on a step down is certain and soon
 * @param slowAfter what is slow
 * @param callsPerFalseStop within its budgets an operation is stepped down once in so many calls at most, by each
 * @param patience how long a budget must have been burning at least
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
