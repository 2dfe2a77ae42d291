package io.discounts.service.redemption;

import io.discounts.service.redemption.CheckoutStep.Allow;
import io.discounts.service.redemption.CheckoutStep.Cancel;
import io.discounts.service.redemption.CheckoutStep.Confirm;
import io.discounts.service.redemption.CheckoutStep.Hold;
import io.discounts.service.redemption.CheckoutStep.LoseLocks;
import io.discounts.service.redemption.CheckoutStep.Release;
import io.discounts.service.redemption.CheckoutStep.Retry;
import io.discounts.service.redemption.CheckoutStep.Sweep;
import io.discounts.service.redemption.CheckoutStep.Used;
import io.discounts.service.redemption.CheckoutStep.Wait;
import io.discounts.service.redemption.CheckoutStep.Withdraw;
import io.discounts.service.redemption.MortalDatabase.Failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Steps by chance, the same for the same seed. Every third fails somewhere, and what failed is often asked for again. */
record RandomHistory(Random random) {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 24;
    private static final int LAST_FAILURE = 16;
    private static final List<Failure> FAILURES = List.of(Failure.values());
    private static final List<String> DISCOUNTS = List.of("alone", "few", "mine", "money");

    static List<PlannedStep> of(long seed) {
        var history = new RandomHistory(new Random(seed));
        var length = SHORTEST + history.random.nextInt(LONGEST - SHORTEST);
        return IntStream.range(0, length).mapToObj(i -> history.planned()).toList();
    }

    private PlannedStep planned() {
        var failsAt = random.nextInt(3) == 0 ? 1 + random.nextInt(LAST_FAILURE) : 0;
        var failure = FAILURES.get(random.nextInt(FAILURES.size()));
        return new PlannedStep(step(random.nextInt(100)), failsAt, failure);
    }

    private CheckoutStep step(int dice) {
        var any = random.nextInt(8);
        var stale = random.nextInt(12) == 0;
        if (dice < 34) {
            return new Hold("c-" + random.nextInt(3), discounts(), amount(), random.nextBoolean() ? 10 : 300);
        } else if (dice < 50) {
            return new Confirm(any, stale);
        } else if (dice < 57) {
            return new Release(any, stale);
        } else if (dice < 64) {
            return new Cancel(any, stale);
        } else if (dice < 74) {
            return new Retry(any);
        } else if (dice < 80) {
            return new Used(any);
        } else if (dice < 95) {
            return clockOr(dice);
        } else {
            return dice < 98 ? new Allow(random.nextInt(4)) : new Withdraw(random.nextBoolean());
        }
    }

    private CheckoutStep clockOr(int dice) {
        if (dice < 88) {
            return new Wait(random.nextBoolean() ? 4 : 11);
        }
        return dice < 94 ? new Sweep() : new LoseLocks();
    }

    private int amount() {
        return random.nextInt(4) == 0 ? 1 + random.nextInt(600) : 1 + random.nextInt(20);
    }

    /** At least one, in any order. */
    private List<String> discounts() {
        var chosen = new ArrayList<String>();
        for (var discount : DISCOUNTS) {
            if (random.nextInt(5) < 2) {
                chosen.add(random.nextInt(chosen.size() + 1), discount);
            }
        }
        return chosen.isEmpty() ? List.of(DISCOUNTS.get(random.nextInt(DISCOUNTS.size()))) : List.copyOf(chosen);
    }
}
