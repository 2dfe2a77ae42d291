package io.discounts.sdk.report;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How many calls were answered alike.
 *
 * @param stage the calls were at
 * @param source absent if neither side answered
 * @param reason as in {@code Answer.reason}
 */
public record CallCount(
        Operation operation, Stage stage, @Nullable Source source, Reason reason, long calls) {}
