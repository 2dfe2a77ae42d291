package io.discounts.loadtests.events;

import io.discounts.loadtests.harness.Checkout;
import io.discounts.loadtests.harness.CheckoutCall;

import java.io.IOException;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Customers who pass at a steady pace: they hold a discount and confirm it, give it back, or walk away. */
final class PassingCheckouts implements AutoCloseable {
    private static final int MOST_AT_ONCE = 64;
    private static final int HOLD_SECONDS = 10;

    private enum Mind {
        CONFIRM,
        RELEASE,
        WALK_AWAY
    }

    private final Checkout checkout;
    private final int discounts;
    private final int aSecond;
    private final Random random;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong held = new AtomicLong();
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean ending;

    PassingCheckouts(Checkout checkout, int discounts, int aSecond, long seed) {
        this.checkout = checkout;
        this.discounts = discounts;
        this.aSecond = aSecond;
        this.random = new Random(seed);
        this.thread = Thread.ofVirtual().name("checkouts").start(this::send);
    }

    /**
     * Waits until all who are there have passed.
     *
     * @return how many have held something
     * @throws IllegalStateException if one was not answered as it should have been
     */
    long end() throws InterruptedException {
        ending = true;
        thread.join();
        places.acquire(MOST_AT_ONCE);
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " checkouts failed", failures.peek());
        }
        return held.get();
    }

    @Override
    public void close() {
        thread.interrupt();
        customers.shutdownNow();
    }

    private void send() {
        try {
            for (int number = 0; !ending && aSecond > 0; number++) {
                places.acquire();
                send(number, "partner-promotions:d-" + random.nextInt(discounts), Mind.values()[random.nextInt(3)]);
                TimeUnit.MICROSECONDS.sleep(1_000_000 / aSecond);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(int number, String discountId, Mind mind) {
        customers.execute(() -> {
            try {
                pass(number, discountId, mind);
            } catch (IOException | IllegalStateException unanswered) {
                failures.add(unanswered);
            } finally {
                places.release();
            }
        });
    }

    /** Discounts that are withdrawn, or not there yet, are not to be had. */
    private void pass(int number, String discountId, Mind mind) throws IOException {
        var key = "pass-" + number;
        var answer = checkout.insist(number, CheckoutCall.hold(key, "c-" + number, discountId, HOLD_SECONDS));
        if (answer.isRefused("discount-not-found")) {
            return;
        }
        var hold = answer.held();
        held.incrementAndGet();
        // A hold that is settled too late, as an instance was frozen or killed, is refused in good order.
        switch (mind) {
            case CONFIRM -> checkout.insist(number, CheckoutCall.confirm(key + "-confirm", hold));
            case RELEASE -> checkout.insist(number, CheckoutCall.release(key + "-release", hold));
            case WALK_AWAY -> {}
        }
    }
}
