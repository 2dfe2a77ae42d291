package io.discounts.sdk;

/**
 * How many calls at a time. What finds no place is answered locally at once; nothing waits for a place but asynchronous
 * calls.
 *
 * @param reads under way to the service at most, 64
 * @param writes under way to the service at most, 32
 * @param shadows calls of the shadow under way to the service at most, 8
 * @param asyncThreads that asynchronous calls run on at most, 32
 * @param asyncQueue asynchronous calls that wait for a thread at most, 256; the wait counts towards their budget
 */
public record ConcurrencyOptions(int reads, int writes, int shadows, int asyncThreads, int asyncQueue) {
    public static final ConcurrencyOptions DEFAULTS = new ConcurrencyOptions(64, 32, 8, 32, 256);

    public ConcurrencyOptions {
        Require.that(reads >= 1, "reads must be positive");
        Require.that(writes >= 1, "writes must be positive");
        Require.that(shadows >= 1, "shadows must be positive");
        Require.that(asyncThreads >= 1, "asyncThreads must be positive");
        Require.that(asyncQueue >= 1, "asyncQueue must be positive");
    }
}
