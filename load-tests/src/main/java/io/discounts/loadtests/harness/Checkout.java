package io.discounts.loadtests.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Checkouts that talk to several instances. Safe for use by any thread. */
public final class Checkout {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final List<URI> instances;
    private final AtomicLong repeated = new AtomicLong();

    public Checkout(List<ServiceProcess> instances) {
        this.instances = instances.stream().map(ServiceProcess::url).toList();
    }

    /** How often a call was sent again, as it had no answer or none for good. */
    public long repeated() {
        return repeated.get();
    }

    /**
     * Sends a call once.
     *
     * @param instance which of them; any number will do
     * @throws IOException if there is no answer within five seconds
     */
    public CheckoutAnswer send(int instance, CheckoutCall call) throws IOException {
        return send(instance, call, TIMEOUT);
    }

    /** The same with another patience. */
    public CheckoutAnswer send(int instance, CheckoutCall call, Duration timeout) throws IOException {
        var request = HttpRequest.newBuilder(
                        instances.get(instance % instances.size()).resolve(call.path()))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", call.key())
                .POST(BodyPublishers.ofString(call.body()))
                .build();
        var began = System.nanoTime();
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            var took = Duration.ofNanos(System.nanoTime() - began);
            var retryAfter = answer.headers().firstValue("Retry-After").isPresent();
            return new CheckoutAnswer(answer.statusCode(), answer.body(), retryAfter, took);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /**
     * Sends a call to one instance after the other until one of them answers for good, for two minutes.
     *
     * @throws IOException if the last has not answered at all
     */
    public CheckoutAnswer insist(int instance, CheckoutCall call) throws IOException {
        var began = System.nanoTime();
        for (int attempt = 0; ; attempt++) {
            try {
                var answer = send(instance + attempt, call);
                if (!answer.isForNow() || hasLasted(began)) {
                    return answer;
                }
            } catch (IOException away) {
                if (Thread.currentThread().isInterrupted() || hasLasted(began)) {
                    throw away;
                }
            }
            repeated.incrementAndGet();
            pause();
        }
    }

    private static boolean hasLasted(long began) {
        return System.nanoTime() - began > PATIENCE.toNanos();
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
