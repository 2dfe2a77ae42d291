package io.discounts.sdk.proof;

import io.discounts.sdk.Answer;
import io.discounts.sdk.Call;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Source;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.testkit.FakeDiscountsService;

import java.time.Duration;
import java.util.List;

/** A client that goes through one trial: it is warmed up, suffers, heals and is closed. Of one thread. */
final class TriedClient {
    private static final int CALLS = 60;
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final SearchRequest SEARCH = SearchRequest.of("ES", List.of("s-1"));

    private final Trial trial;
    private final FakeDiscountsService service;
    private final DiscountsClient client;
    private int calls;
    private int misplaced;
    private int opened;
    private long requestsUntilOpen;
    private long requests;
    private Duration longest = Duration.ZERO;

    TriedClient(Trial trial, FakeDiscountsService service, DiscountsClient client) {
        this.trial = trial;
        this.service = service;
        this.client = client;
    }

    TrialResult tried() throws InterruptedException {
        warmUp();
        suffer();
        var healed = heal();
        client.close();
        return new TrialResult(trial, calls, misplaced, longest, opened, burst(), amplification(), healed, left());
    }

    /** Classes are loaded and compiled and a connection is there, as in a host that has been up for a while. */
    private void warmUp() {
        for (var i = 0; i < 200; i++) {
            client.search(SEARCH, Call.BROWSE.within(Duration.ofSeconds(10)));
        }
    }

    private void suffer() throws InterruptedException {
        service.forget();
        service.plays(trial.script());
        var began = System.nanoTime();
        while (calls < CALLS || since(began).compareTo(trial.atLeast()) < 0) {
            call();
            Thread.sleep(BETWEEN.toMillis());
        }
        requests = service.requestCount();
    }

    private void call() {
        var began = System.nanoTime();
        var answer = client.search(SEARCH);
        var took = since(began);
        calls++;
        longest = took.compareTo(longest) > 0 ? took : longest;
        misplaced += trial.answersFrom().allows(answer.source()) ? 0 : 1;
        note(answer);
    }

    private void note(Answer<?> answer) {
        if (opened == 0) {
            requestsUntilOpen = service.requestCount();
            opened = answer.reason() == Reason.BREAKER_OPEN ? calls : 0;
        }
    }

    private Duration heal() throws InterruptedException {
        service.heals();
        var began = System.nanoTime();
        while (client.search(SEARCH).source() != Source.REMOTE
                && since(began).compareTo(TrialResult.HEALS_WITHIN.multipliedBy(2)) < 0) {
            Thread.sleep(BETWEEN.toMillis());
        }
        return since(began);
    }

    private double amplification() {
        return (double) requests / calls;
    }

    private double burst() {
        return (double) requestsUntilOpen / Math.max(1, opened == 0 ? calls : opened - 1);
    }

    /** The service sees an end only when it next listens, so it gets a moment. */
    private int left() throws InterruptedException {
        var began = System.nanoTime();
        while (service.openConnections() + threads() > 0 && since(began).compareTo(Duration.ofSeconds(5)) < 0) {
            Thread.sleep(BETWEEN.toMillis());
        }
        return (int) (service.openConnections() + threads());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("discounts"))
                .count();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
