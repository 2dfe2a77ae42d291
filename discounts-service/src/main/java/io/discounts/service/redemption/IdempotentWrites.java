package io.discounts.service.redemption;

import io.discounts.service.redemption.WriteResult.Answered;
import io.discounts.service.redemption.WriteResult.InProgress;
import io.discounts.service.redemption.WriteResult.KeyReused;
import io.discounts.service.redemption.WriteResult.Unavailable;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does a write once however often it is asked for, and answers every time with the same bytes. Twins that meet on one
 * instance wait for the first one's answer, a while; those on different instances meet on the key's row
 * ({@link IdempotentTransaction}). Safe for use by any thread.
 */
public final class IdempotentWrites {
    private record InFlight(Digest fingerprint, CompletableFuture<WriteResult> result) {}

    private final ConcurrentMap<Digest, InFlight> inFlight = new ConcurrentHashMap<>();
    private final IdempotentTransaction transaction;
    private final RedemptionMetrics metrics;
    private final Duration patience;
    private final Clock clock;

    /**
     * Begins with nothing in flight.
     *
     * @param patience how long a twin waits for the first one's answer
     */
    IdempotentWrites(IdempotentTransaction transaction, RedemptionMetrics metrics, Duration patience, Clock clock) {
        this.transaction = transaction;
        this.metrics = metrics;
        this.patience = patience;
        this.clock = clock;
    }

    /** Does the write, or answers as it was answered when it was done. */
    public WriteResult write(WriteOrder order) {
        var began = clock.instant();
        var result = joinOrDo(order);
        metrics.written(order.operation(), word(result), Duration.between(began, clock.instant()));
        return result;
    }

    private WriteResult joinOrDo(WriteOrder order) {
        var mine = new InFlight(order.fingerprint(), new CompletableFuture<>());
        var first = inFlight.putIfAbsent(order.digest(), mine);
        if (first != null) {
            return first.fingerprint().equals(mine.fingerprint()) ? await(first) : new KeyReused();
        }
        try {
            var result = transaction.execute(order);
            mine.result().complete(result);
            return result;
        } catch (RuntimeException | Error failure) {
            mine.result().completeExceptionally(failure);
            throw failure;
        } finally {
            inFlight.remove(order.digest(), mine);
        }
    }

    private WriteResult await(InFlight first) {
        try {
            return first.result().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unanswered) {
            return new InProgress();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new InProgress();
        }
    }

    private static String word(WriteResult result) {
        return switch (result) {
            case Answered answered -> Integer.toString(answered.reply().status());
            case KeyReused ignored -> "key-reused";
            case InProgress ignored -> "in-progress";
            case Unavailable ignored -> "unavailable";
        };
    }
}
