package io.discounts.service.redemption;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

/**
 * Who has ever used anything, as a Bloom filter (Bloom 1970, its hashes made of two as Kirsch and Mitzenmacher showed in
 * 2006): ten bits for each customer, seven of them set, take one customer in a hundred for one with uses. Whoever was added
 * is always found, and nobody ever leaves. It is sure of nobody until it is complete, nor once that is a while ago. Safe for
 * use by any thread.
 */
final class CustomersWithUses {
    /** A walk may wait once for as long as a connection does, and still the next one comes in time. */
    static final Duration GOOD_FOR = Duration.ofSeconds(20);

    private static final int BITS_EACH = 10;
    private static final int HASHES = 7;

    /** Has one customer in two regions set different bits: 2⁶⁴ divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final AtomicLongArray words;
    private final LongAdder size = new LongAdder();
    private final Clock clock;
    private volatile Instant complete = Instant.MIN;

    /** @param customers beyond this number more and more customers without uses are taken for some with */
    CustomersWithUses(int customers, Clock clock) {
        this.words = new AtomicLongArray(Math.toIntExact(((long) customers * BITS_EACH + Long.SIZE - 1) / Long.SIZE));
        this.clock = clock;
    }

    /** Whether the customer was not in it before; false as well for the few who seemed to be. */
    boolean add(Pseudonym customer) {
        var isNew = false;
        for (var place : places(customer)) {
            if (!isSet(place)) {
                words.accumulateAndGet(word(place), bit(place), (word, bit) -> word | bit);
                isNew = true;
            }
        }
        if (isNew) {
            size.increment();
        }
        return isNew;
    }

    /** Whoever had uses at that moment has been added. */
    void completeAsOf(Instant moment) {
        complete = moment;
    }

    boolean isCurrent() {
        return clock.instant().isBefore(complete.plus(GOOD_FOR));
    }

    /** False only if the customer had no uses a moment ago. */
    boolean mayInclude(Pseudonym customer) {
        return !isCurrent() || LongStream.of(places(customer)).allMatch(this::isSet);
    }

    /** How many have been added, but for those who seemed to be in it. */
    long size() {
        return size.sum();
    }

    private long[] places(Pseudonym customer) {
        var digest = ByteBuffer.wrap(customer.digest().bytes());
        var first = digest.getLong() + SPREAD * customer.region().code().hashCode();
        var second = digest.getLong();
        var bits = (long) words.length() * Long.SIZE;
        var places = new long[HASHES];
        Arrays.setAll(places, i -> Long.remainderUnsigned(first + i * second, bits));
        return places;
    }

    private boolean isSet(long place) {
        return (words.get(word(place)) & bit(place)) != 0;
    }

    private static int word(long place) {
        return (int) (place / Long.SIZE);
    }

    private static long bit(long place) {
        return 1L << (place % Long.SIZE);
    }
}
