package io.discounts.service.ingestion;

import io.discounts.service.ServiceTest;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.catalog.Watermarks;
import io.discounts.service.ingestion.ParkingModel.Poison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;

/** Parking, redrives and discards on the real database, held to the model that the in-memory one is held to. */
@ServiceTest
class ParkingDatabaseTest implements ParkingScenario.World {
    private static final List<Poison> POISONS = List.of(Poison.values());

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DiscountCatalog catalog;

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private QueuedLetters queues;

    @Autowired
    private LetterAudit audit;

    @Autowired
    private Watermarks watermarks;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void comesToWhatTheModelSays(int seed) {
        var random = new Random(seed);
        var scenario = new ParkingScenario(this, "parking-" + seed, 1 + seed % 3);

        for (int i = 0; i < 60; i++) {
            happen(scenario, random);
            scenario.verify();
        }

        scenario.finish();
    }

    private static void happen(ParkingScenario scenario, Random random) {
        var chance = random.nextInt(20);
        if (chance < 10) {
            var poison = random.nextInt(3) > 0 ? Poison.NONE : POISONS.get(random.nextInt(POISONS.size()));
            scenario.say(random.nextInt(4), poison);
        } else if (chance < 14) {
            scenario.deliver(random.nextInt(2), 1 + random.nextInt(5));
        } else if (chance < 16) {
            scenario.deliverAgain(random.nextInt(2), 1 + random.nextInt(5), random.nextInt(3));
        } else if (chance < 18) {
            scenario.redrive(random.nextInt(5));
        } else if (chance < 19) {
            scenario.discard(random.nextInt(5));
        } else if (random.nextInt(4) == 0) {
            scenario.learn();
        }
    }

    @Test
    void keepsTheOrderThoughSeveralRedriveWhileRecordsArrive() throws Exception {
        var scenario = new ParkingScenario(this, "parking-race", 1);
        scenario.say(0, Poison.ADAPTER);
        for (int i = 0; i < 39; i++) {
            scenario.say(0, Poison.NONE);
        }
        scenario.deliver(0, 20);
        assertThat(scenario.letters()).hasSize(20);
        scenario.learn();
        var any = scenario.letters().getLast().id();

        try (var threads = Executors.newFixedThreadPool(3)) {
            Callable<RedriveOutcome> redrive = () -> scenario.queue().redrive(any, "operator");
            Callable<RedriveOutcome> ingest = () -> {
                for (int i = 0; i < 20; i++) {
                    scenario.deliver(0, 1);
                }
                return new RedriveOutcome.UnknownLetter();
            };
            for (var done : threads.invokeAll(List.of(redrive, ingest, redrive))) {
                assertThat(done.get()).isNotNull();
            }
        }
        scenario.letters().stream()
                .findFirst()
                .ifPresent(left -> scenario.queue().redrive(left.id(), "operator"));

        assertThat(scenario.letters()).isEmpty();
        assertThat(versions("parking-race")).isEqualTo(Map.of("s0", scenario.newest()));
        var letters = jdbc.sql("SELECT letter_id FROM dead_letter_audit WHERE stream = 'parking-race' ORDER BY id")
                .query(Long.class)
                .list();
        assertThat(letters).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void tellsTrailingBlanksApart() {
        var letters = List.of(letter("ES/x", "1"), letter("ES/x ", "2"));
        letters.forEach(letter -> {
            knowAndKeep(letter);
            assertThat(queues.page(new LetterFilter("parking-blanks", letter.subject()), 0, 10)
                            .letters())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.subject()).isEqualTo(letter.subject()));
        });
    }

    @Test
    void tellsBehindWhichLetterOneWaits() {
        knowAndKeep(letter("ES/y", "3"));
        knowAndKeep(new DeadLetter("parking-blanks", "s", record("4"), "ES/y", null));

        var kept =
                queues.page(new LetterFilter("parking-blanks", "ES/y"), 0, 10).letters();

        assertThat(kept.getLast().reason())
                .isEqualTo("waits behind dead letter " + kept.getFirst().id());
    }

    @Test
    void pagesByIdAndSaysWhetherMoreFollow() {
        for (int i = 10; i < 15; i++) {
            knowAndKeep(new DeadLetter("parking-pages", "s", record(String.valueOf(i)), null, "rubbish"));
        }
        var filter = new LetterFilter("parking-pages", null);

        var first = queues.page(filter, 0, 3);
        var second = queues.page(filter, first.letters().getLast().id(), 3);

        assertThat(first.letters()).hasSize(3);
        assertThat(first.more()).isTrue();
        assertThat(second.letters()).hasSize(2);
        assertThat(second.more()).isFalse();
    }

    @Test
    void endsAPageEarlyRatherThanHoldTooMuch() {
        var large = new byte[(int) JdbcQueuedLetters.MAX_PAGE_BYTES / 3];
        for (int i = 0; i < 4; i++) {
            knowAndKeep(new DeadLetter("parking-large", "s", record(String.valueOf(i), large), null, "large"));
        }

        var page = queues.page(new LetterFilter("parking-large", null), 0, 4);

        assertThat(page.letters()).hasSize(3);
        assertThat(page.more()).isTrue();
    }

    @Test
    void countsLettersAndSubjects() {
        knowAndKeep(new DeadLetter("parking-counts", "s", record("1"), "ES/a", "no"));
        knowAndKeep(new DeadLetter("parking-counts", "s", record("2"), "ES/a", null));
        knowAndKeep(new DeadLetter("parking-counts", "s", record("3"), null, "no"));

        assertThat(queues.parked()).contains(new ParkedStream("parking-counts", 3, 1));
    }

    private void knowAndKeep(DeadLetter letter) {
        transaction.executeWithoutResult(status -> deadLetters.keep(List.of(letter)));
    }

    private static DeadLetter letter(String subject, String sequenceNumber) {
        return new DeadLetter("parking-blanks", "s", record(sequenceNumber), subject, "no");
    }

    private static StreamRecord record(String sequenceNumber) {
        return record(sequenceNumber, new byte[] {1});
    }

    private static StreamRecord record(String sequenceNumber, byte[] payload) {
        return new StreamRecord(sequenceNumber, 0, Instant.parse("2026-11-22T10:00:00Z"), payload);
    }

    @Override
    public TransactionTemplate transaction() {
        return transaction;
    }

    @Override
    public DiscountCatalog catalog() {
        return catalog;
    }

    @Override
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    @Override
    public QueuedLetters queues() {
        return queues;
    }

    @Override
    public LetterAudit audit() {
        return audit;
    }

    @Override
    public Watermarks watermarks() {
        return watermarks;
    }

    @Override
    public Map<String, Long> versions(String provider) {
        var versions = new TreeMap<String, Long>();
        jdbc.sql("SELECT external_id, version FROM discount WHERE provider = ?")
                .param(provider)
                .query(row -> {
                    versions.put(row.getString(1), row.getLong(2));
                });
        return versions;
    }

    @Override
    public List<String> discarded(String stream) {
        return jdbc.sql("""
                        SELECT sequence_number FROM dead_letter_audit
                         WHERE stream = ? AND action = 'DISCARD' AND payload IS NOT NULL
                        """).param(stream).query(String.class).list();
    }
}
