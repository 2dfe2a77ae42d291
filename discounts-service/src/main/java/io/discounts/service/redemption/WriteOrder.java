package io.discounts.service.redemption;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A write that is done once however often it is asked for.
 *
 * @param operation names it in metrics
 * @param caller whose key it is
 * @param key of the caller's choosing
 * @param content what is asked for: the same key with other content is refused
 * @param work runs in a transaction
 * @param rendering how its outcome is answered; not asked for {@link RedemptionOutcome.Unavailable}
 */
@SuppressWarnings("ArrayRecordComponent")
public record WriteOrder(
        String operation,
        String caller,
        String key,
        byte[] content,
        Supplier<RedemptionOutcome> work,
        Function<RedemptionOutcome, Reply> rendering) {

    Digest digest() {
        return Digest.of(Columns.bytes(caller + '\n' + key));
    }

    Digest fingerprint() {
        return Digest.of(content);
    }
}
