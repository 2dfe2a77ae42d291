package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Who has ever used anything, what, and how often at most, as a Bloom filter (Bloom 1970, its hashes made of two as Kirsch and
 * Mitzenmacher showed in 2006) of customers and of customers with their first, second or further use of a discount. What was added is always found, and nothing ever leaves. With
 * 24 bits for each, twelve of them set, one in 70,000 others is taken for one of them when it is full. It is sure of nothing
 * until it is complete, nor once that is a while ago. Safe for use by any thread.
 */
final class PossibleUses {
    /** A walk may wait once for as long as a connection does, and still the next one comes in time. */
    static final Duration GOOD_FOR = Duration.ofSeconds(20);

    static final int BYTES_EACH = 3;

    /** Further uses of one discount by one customer are not told apart. */
    static final int MOST_TIMES = 8;

    private static final int HASHES = 12;

    /** Has one customer in two regions set different bits: 2⁶⁴ divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Where a customer stands in the filter. */
    record Mark(long first, long second) {
        static Mark of(Pseudonym customer) {
            var digest = ByteBuffer.wrap(customer.digest().bytes());
            return new Mark(digest.getLong() + SPREAD * customer.region().code().hashCode(), digest.getLong());
        }

        /** Of one of the customer's uses of a discount; strings keep their hashes, and two of the same cost a question. */
        Mark with(DiscountId discount, int time) {
            var both = ((long) discount.provider().hashCode() << Integer.SIZE)
                    ^ discount.externalId().hashCode();
            var mixed = ((both ^ (both >>> Integer.SIZE)) + time) * SPREAD;
            return new Mark(first + mixed, second ^ Long.rotateLeft(mixed, Integer.SIZE));
        }
    }

    private final AtomicLongArray words;
    private final LongAdder size = new LongAdder();
    private final Clock clock;
    private volatile Instant complete = Instant.MIN;

    /** @param room for so many customers and uses; beyond it ever more others are taken for some of them */
    PossibleUses(int room, Clock clock) {
        this.words = new AtomicLongArray(Math.toIntExact(((long) room * BYTES_EACH + Long.BYTES - 1) / Long.BYTES));
        this.clock = clock;
    }

    /** One more use; the same one again counts again. */
    void add(Pseudonym customer, DiscountId discount) {
        var mark = Mark.of(customer);
        add(mark);
        var time = 1;
        while (time <= MOST_TIMES && !add(mark.with(discount, time))) {
            time++;
        }
    }

    /** Whatever uses there were at that moment have been added. */
    void completeAsOf(Instant moment) {
        complete = moment;
    }

    boolean isCurrent() {
        return clock.instant().isBefore(complete.plus(GOOD_FOR));
    }

    /** False only if the customer had no uses a moment ago. */
    boolean mayInclude(Mark customer) {
        return has(customer) || !isCurrent();
    }

    /** How often the customer has used the discount at most, a moment ago; no more than {@code most} is told. */
    int timesAtMost(Mark customer, DiscountId discount, int most) {
        return isCurrent() ? timesAdded(customer, discount, most) : most;
    }

    /** The same as far as it knows, for those who have asked whether it is current. */
    int timesAdded(Mark customer, DiscountId discount, int most) {
        var times = 0;
        while (times < most && has(customer.with(discount, times + 1))) {
            times++;
        }
        return times;
    }

    /** How many customers and uses have been added, but for those who seemed to be in it. */
    long size() {
        return size.sum();
    }

    private boolean add(Mark mark) {
        var isNew = false;
        for (int i = 0; i < HASHES; i++) {
            var place = place(mark, i);
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

    private boolean has(Mark mark) {
        for (int i = 0; i < HASHES; i++) {
            if (!isSet(place(mark, i))) {
                return false;
            }
        }
        return true;
    }

    /** By the upper bits of a hash rather than by a division (Lemire: Fast Random Integer Generation, 2019). */
    private long place(Mark mark, int hash) {
        var bits = (long) words.length() * Long.SIZE;
        return Math.unsignedMultiplyHigh(mark.first() + hash * mark.second(), bits);
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
