package io.discounts.loadtests.reads;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class VisitorsTest {
    private static final int ASKED_A_SECOND = 60;
    private static final String SPANISH = """
            {"storeIds":["s-1"],"region":"ES","customer":{"segments":[],"id":"c-5"}}""";
    private static final String FRENCH = SPANISH.replace("ES", "FR");

    private final AtomicLong nanos = new AtomicLong();
    private final Visitors visitors = new Visitors(Map.of("ES", 0.75, "FR", 0.25), ASKED_A_SECOND, 100_000, nanos::get);

    @Test
    void changesWhoAsksAndNothingElse() {
        assertThat(visitors.ask(SPANISH))
                .matches("\\{\"storeIds\":\\[\"s-1\"],\"region\":\"ES\",\"customer\":\\{\"segments\":\\[],"
                        + "\"id\":\"[cn]-[0-9]+\"}}");
    }

    @Test
    void hasEachVisitorOfAnHourAskSomeTimesAndHaveGoneAfterTheVisit() {
        var firstAt = new HashMap<String, Integer>();
        var lastAt = new HashMap<String, Integer>();
        var times = new HashMap<String, Integer>();
        IntStream.range(0, 3_600).forEach(second -> {
            nanos.set(TimeUnit.SECONDS.toNanos(second));
            for (int i = 0; i < ASKED_A_SECOND / 4; i++) {
                var visitor = visitors.ask(FRENCH);
                firstAt.putIfAbsent(visitor, second);
                lastAt.put(visitor, second);
                times.merge(visitor, 1, Integer::sum);
            }
        });

        var news = times.keySet().stream()
                .filter(visitor -> visitor.contains("\"n-"))
                .toList();
        assertThat(news)
                .allSatisfy(visitor -> assertThat(lastAt.getOrDefault(visitor, 0) - firstAt.getOrDefault(visitor, 0))
                        .isLessThanOrEqualTo((int) Visitors.VISIT.toSeconds()));
        assertThat(times.values().stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isBetween(5.0, 7.5);
        assertThat((double) news.size() / times.size()).isBetween(0.17, 0.24);
    }

    @Test
    void knowsTheRegularsOfEachRegionByNumber() {
        var regulars = Visitors.regulars(visitors.shares(), 100_000);
        assertThat(regulars).isEqualTo(Map.of("ES", 75_000L, "FR", 25_000L));

        var met = new HashSet<Long>();
        for (int minute = 0; minute < 1_000; minute++) {
            nanos.set(TimeUnit.MINUTES.toNanos(minute));
            IntStream.range(0, 30)
                    .mapToObj(i -> visitors.ask(FRENCH))
                    .filter(body -> body.contains("\"c-"))
                    .forEach(body -> met.add(Long.valueOf(body.replaceAll(".*\"c-([0-9]+).*", "$1"))));
        }
        assertThat(met).allMatch(number -> number >= 1 && number <= 25_000).hasSizeGreaterThan(5_000);
    }

    @Test
    void countsWhatIsAskedOfEachRegion() {
        assertThat(Visitors.shares(List.of(SPANISH, FRENCH, SPANISH, SPANISH)))
                .isEqualTo(Map.of("ES", 0.75, "FR", 0.25));
    }

    @Test
    void saysThatAQuestionIsOfNoRegion() {
        assertThatIllegalArgumentException().isThrownBy(() -> visitors.ask("{}"));
    }
}
