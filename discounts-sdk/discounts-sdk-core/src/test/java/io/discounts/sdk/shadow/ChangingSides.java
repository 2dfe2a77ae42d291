package io.discounts.sdk.shadow;

import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.model.StoreDiscounts;
import io.discounts.sdk.model.Terms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A local search whose discounts go on changing, and a service that knows of each change a lag later and says so in its
 * watermark. In memory, so that thousands of histories take seconds.
 */
final class ChangingSides {
    private static final SearchRequest SEARCH = SearchRequest.of("ES", List.of("s-1"));
    private static final String NEVER_ARRIVES = "p:9";

    final SimulatedShadow shadow;
    private final Duration lag;
    private final TreeMap<Instant, Map<String, ListedDiscount>> history = new TreeMap<>();
    private final Side local = new Side((request, call) -> answer(known(Duration.ZERO)));
    private final Side service = new Side((request, call) -> answerOfTheService());
    private boolean isChanging = true;

    ChangingSides(Duration lag, Random random) {
        this.lag = lag;
        this.shadow = new SimulatedShadow(LagOptions.DEFAULTS, random.nextLong());
        history.put(Instant.MIN, Map.of());
    }

    /** From now on until told otherwise. */
    void change(Runnable change, Supplier<Duration> pause) {
        shadow.time.run(
                () -> {
                    if (isChanging) {
                        change.run();
                        change(change, pause);
                    }
                },
                pause.get());
    }

    void standStill() {
        isChanging = false;
    }

    boolean has(String id) {
        return known(Duration.ZERO).containsKey(id);
    }

    void lists(String id, long percent) {
        changes(now -> {
            now.put(id, discount(id, percent));
            return now;
        });
    }

    void lacks(String id) {
        changes(now -> {
            now.remove(id);
            return now;
        });
    }

    /** The service never hears of it. */
    void listsWhatNeverArrives() {
        lists(NEVER_ARRIVES, 10);
    }

    void search() {
        shadow.call(new SearchQuestion(SEARCH), SEARCH, local, service);
    }

    private void changes(UnaryOperator<Map<String, ListedDiscount>> change) {
        history.put(shadow.time.instant(), change.apply(new TreeMap<>(known(Duration.ZERO))));
    }

    private Map<String, ListedDiscount> known(Duration late) {
        return history.floorEntry(shadow.time.instant().minus(late)).getValue();
    }

    private SearchAnswer answerOfTheService() {
        var arrived = new TreeMap<>(known(lag));
        arrived.remove(NEVER_ARRIVES);
        var answer = answer(arrived);
        var watermark = shadow.time.instant().minus(lag);
        return new SearchAnswer(answer.stores(), answer.discounts(), Map.of("p", watermark), false);
    }

    private static SearchAnswer answer(Map<String, ListedDiscount> discounts) {
        var store = new StoreDiscounts("s-1", List.copyOf(discounts.keySet()));
        return SearchAnswer.of(List.of(store), discounts);
    }

    private static ListedDiscount discount(String id, long percent) {
        var effect = new Terms("percentOff", Map.of("percent", percent));
        return new ListedDiscount(id, "p", "A discount", "EUR", effect, new Terms("basket", Map.of()), List.of(), null);
    }
}
