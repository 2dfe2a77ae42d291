package io.discounts.service.ingestion;

import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.catalog.Watermarks;
import io.discounts.service.ingestion.ParkingModel.Poison;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Whatever happens in whatever order, no record is lost, none is applied out of turn, and nothing comes back. */
class ParkingPropertyTest {
    @Property(tries = 500)
    void comesToWhatTheModelSays(
            @ForAll("happenings") List<Consumer<ParkingScenario>> happenings,
            @ForAll @IntRange(min = 1, max = 3) int lanes) {
        var scenario = new ParkingScenario(new InMemory(new FakeDatabase()), "p", lanes);

        happenings.forEach(happening -> {
            happening.accept(scenario);
            scenario.verify();
        });

        scenario.finish();
    }

    @Provide
    Arbitrary<List<Consumer<ParkingScenario>>> happenings() {
        return happening().list().ofMinSize(5).ofMaxSize(60);
    }

    private static Arbitrary<Consumer<ParkingScenario>> happening() {
        var number = Arbitraries.integers().between(0, 5);
        var shard = Arbitraries.integers().between(0, ParkingScenario.SHARDS - 1);
        var poison = Arbitraries.frequency(
                Tuple.of(6, Poison.NONE),
                Tuple.of(2, Poison.ADAPTER),
                Tuple.of(2, Poison.DATABASE),
                Tuple.of(1, Poison.ENVELOPE),
                Tuple.of(1, Poison.RUBBISH));
        return Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Combinators.combine(number, poison)
                                .as((subject, kind) -> world -> world.say(subject % 4, kind))),
                Tuple.of(
                        5, Combinators.combine(shard, number).as((of, count) -> world -> world.deliver(of, count + 1))),
                Tuple.of(
                        2,
                        Combinators.combine(shard, number, number)
                                .as((of, back, more) -> world -> world.deliverAgain(of, back + 1, more))),
                Tuple.of(3, number.map(nth -> world -> world.redrive(nth))),
                Tuple.of(1, number.map(nth -> world -> world.discard(nth))),
                Tuple.of(1, Arbitraries.just(ParkingScenario::learn)));
    }

    private record InMemory(FakeDatabase database) implements ParkingScenario.World {
        @Override
        public TransactionTemplate transaction() {
            return new TransactionTemplate(database);
        }

        @Override
        public DiscountCatalog catalog() {
            return database.catalog();
        }

        @Override
        public DeadLetters deadLetters() {
            return database.deadLetters();
        }

        @Override
        public QueuedLetters queues() {
            return database.deadLetters();
        }

        @Override
        public LetterAudit audit() {
            return database.deadLetters();
        }

        @Override
        public Watermarks watermarks() {
            return database.watermarks();
        }

        @Override
        public Map<String, Long> versions(String provider) {
            return new TreeMap<>(database.versions());
        }

        @Override
        public List<String> discarded(String stream) {
            return database.deadLetters().audit().stream()
                    .filter(line -> line.outcome() == Settlement.DISCARDED)
                    .map(line -> line.letter().record().sequenceNumber())
                    .toList();
        }
    }
}
