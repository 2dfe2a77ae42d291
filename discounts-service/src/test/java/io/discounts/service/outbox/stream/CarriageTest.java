package io.discounts.service.outbox.stream;

import io.discounts.service.outbox.stream.Carriage.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Calls to a stream at its worst, from an outbox on the real database. */
class CarriageTest {
    private final OwnOutbox outbox = OwnOutbox.open();

    private final FlakyKinesis kinesis = new FlakyKinesis();
    private Carriage carriage;

    @BeforeEach
    void begin() {
        outbox.empty();
        carriage = outbox.carriage(kinesis);
    }

    @Test
    void sendsWhatWasAppendedInOrderOfEachSubject() {
        outbox.append("a#1", "a#2", "b#1", "a#3", "b#2");

        carryAll();

        assertThat(names("a")).containsExactly("a#1", "a#2", "a#3");
        assertThat(names("b")).containsExactly("b#1", "b#2");
        assertThat(kinesis.subjects()).contains("ES/p:a", "ES/p:b");
        assertThat(outbox.left()).isZero();
    }

    @Test
    void neverPutsTwoOfOneSubjectIntoACall() {
        outbox.appendTogether(List.of("a#1", "a#2", "b#1", "a#3"));

        carryAll();

        assertThat(kinesis.calls())
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.records().stream()
                                .map(record -> record.partitionKey())
                                .toList())
                        .doesNotHaveDuplicates());
    }

    @Test
    void holdsBackTheLaterOnesOfARefusedRecordAndLetsOthersGoOn() {
        outbox.append("a#1", "b#1", "a#2", "b#2", "c#1");
        kinesis.refuse(record -> record.partitionKey().equals("ES/p:a"));

        IntStream.range(0, 5).forEach(call -> carriage.carry());
        assertThat(kinesis.events()).extracting(OwnOutbox::name).containsExactlyInAnyOrder("b#1", "b#2", "c#1");

        kinesis.refuse(record -> false);
        carryAll();
        assertThat(names("a")).containsExactly("a#1", "a#2");
    }

    @Test
    void letsNobodyWaitForADiscountThatHasALotToSay() {
        outbox.appendTogether(IntStream.range(0, 700).mapToObj(i -> "a#" + i).toList());
        outbox.append("z#1");

        carriage.carry();

        assertThat(kinesis.events()).extracting(OwnOutbox::name).containsExactlyInAnyOrder("a#0", "z#1");
    }

    @Test
    void tellsWhyRecordsWereRefused() {
        outbox.append("a#1", "b#1");
        kinesis.refuse(record -> record.partitionKey().equals("ES/p:a"));

        assertThat(carriage.carry())
                .isEqualTo(new Outcome.Refused(true, List.of("ProvisionedThroughputExceededException")));
        assertThat(carriage.carry())
                .isEqualTo(new Outcome.Refused(false, List.of("ProvisionedThroughputExceededException")));
    }

    /** The stream has them, but nobody has said so. */
    @Test
    void sendsTheSameAgainAfterACallWithoutAnAnswer() {
        outbox.append("a#1", "a#2");
        kinesis.answer(call -> false);
        assertThatThrownBy(carriage::carry).hasMessageContaining("no answer");

        kinesis.answer(call -> true);
        carryAll();

        assertThat(kinesis.events()).extracting(OwnOutbox::name).containsExactly("a#1", "a#1", "a#2");
        assertThat(kinesis.events().get(1)).isEqualTo(kinesis.events().getFirst());
    }

    @Test
    void sendsTheSameAgainAfterACrashBetweenSendingAndMarking() {
        outbox.append("a#1", "a#2");
        var crashing = new Carriage(
                new ForgetfulEvents(outbox.waiting()),
                new KinesisEventStream(kinesis, "discounts-events"),
                outbox.metrics());
        assertThatThrownBy(crashing::carry).hasMessageContaining("crash");

        carryAll();

        assertThat(kinesis.events()).extracting(OwnOutbox::name).containsExactly("a#1", "a#1", "a#2");
        assertThat(kinesis.events().get(1)).isEqualTo(kinesis.events().getFirst());
    }

    /** Its id is the smaller one, but it is not there yet: it neither holds up others nor is it passed over for ever. */
    @Test
    void waitsForNoTransactionThatIsStillOpenAndMissesNone() {
        outbox.transaction().executeWithoutResult(status -> {
            outbox.outbox().append(List.of(OwnOutbox.event("late#1")));
            CompletableFuture.runAsync(() -> {
                        outbox.append("a#1");
                        carryAll();
                    })
                    .join();

            assertThat(kinesis.events()).extracting(OwnOutbox::name).containsExactly("a#1");
        });

        carryAll();
        assertThat(kinesis.events()).extracting(OwnOutbox::name).containsExactly("a#1", "late#1");
    }

    @Test
    void putsAsMuchIntoACallAsItTakes() {
        var megabyte = "{\"filler\":\"" + "x".repeat((1 << 20) - 1_100) + "\"}";
        outbox.transaction().executeWithoutResult(status -> {
            var many = IntStream.range(0, 600).mapToObj(i -> OwnOutbox.event("many-" + i + "#1"));
            outbox.outbox().append(many.toList());
            for (int i = 0; i < 6; i++) {
                outbox.outbox().append(List.of(OwnOutbox.event("vast-" + i + "#1", megabyte)));
            }
        });

        carryAll();

        assertThat(kinesis.subjects()).hasSize(606).doesNotHaveDuplicates();
        assertThat(kinesis.calls()).hasSize(3).allSatisfy(call -> {
            assertThat(call.records()).hasSizeLessThanOrEqualTo(500);
            assertThat(call.records().stream()
                            .mapToInt(record -> record.data().asByteArrayUnsafe().length
                                    + record.partitionKey().length())
                            .sum())
                    .isLessThanOrEqualTo(5 << 20);
        });
    }

    @Test
    void putsAsideWhatNoRecordHoldsAndGoesOnBehindIt() {
        var tooLarge = "{\"filler\":\"" + "x".repeat(1 << 20) + "\"}";
        outbox.transaction()
                .executeWithoutResult(status -> outbox.outbox().append(List.of(OwnOutbox.event("a#1", tooLarge))));
        outbox.append("a#2");

        carryAll();

        assertThat(kinesis.events()).extracting(OwnOutbox::name).containsExactly("a#2");
        assertThat(outbox.jdbc().queryForObject("SELECT COUNT(*) FROM event_outbox WHERE refused", Long.class))
                .isEqualTo(1);
        assertThat(outbox.meters().counter(OutboxMetrics.TOO_LARGE).count()).isEqualTo(1);
    }

    /** Two that believe they lead send much twice, but nothing before what precedes it. */
    @Test
    void keepsTheOrderWhateverFailsAndHoweverManyCarry() {
        for (int seed = 1; seed <= 5; seed++) {
            outbox.empty();
            var chance = new Random(seed);
            var stream = new FlakyKinesis();
            stream.refuse(record -> chance.nextInt(4) == 0);
            stream.answer(call -> chance.nextInt(4) > 0);
            var appended = appendAtRandom(chance);

            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> carryUntilNothingIsLeft(stream)),
                            CompletableFuture.runAsync(() -> carryUntilNothingIsLeft(stream)))
                    .join();

            assertThat(firstAppearances(stream)).as("seed %d", seed).isEqualTo(appended);
        }
    }

    private Map<String, List<String>> appendAtRandom(Random chance) {
        var appended = new HashMap<String, List<String>>();
        for (int i = 0; i < 60; i++) {
            var subject = "s" + chance.nextInt(8);
            var ofSubject = appended.computeIfAbsent(subject, first -> new ArrayList<>());
            ofSubject.add(subject + "#" + i);
            outbox.append(ofSubject.getLast());
        }
        return appended;
    }

    private static Map<String, List<String>> firstAppearances(FlakyKinesis stream) {
        var seen = new HashMap<String, List<String>>();
        stream.events().stream()
                .map(OwnOutbox::name)
                .distinct()
                .forEach(name -> seen.computeIfAbsent(name.substring(0, name.indexOf('#')), first -> new ArrayList<>())
                        .add(name));
        return seen;
    }

    private void carryUntilNothingIsLeft(FlakyKinesis stream) {
        var own = outbox.carriage(stream);
        while (outbox.left() > 0) {
            try {
                own.carry();
            } catch (RuntimeException noAnswer) {
                assertThat(noAnswer).hasMessageContaining("no answer");
            }
        }
    }

    private void carryAll() {
        while (!(carriage.carry() instanceof Outcome.Idle)) {}
    }

    private List<String> names(String discount) {
        return kinesis.events().stream()
                .map(OwnOutbox::name)
                .filter(name -> name.startsWith(discount + "#"))
                .toList();
    }

    /** Everything works but the marking. */
    private record ForgetfulEvents(WaitingEvents waiting) implements WaitingEvents {
        @Override
        public List<Head> heads(String afterSubject, int most) {
            return waiting.heads(afterSubject, most);
        }

        @Override
        public List<WaitingEvent> load(List<Head> heads) {
            return waiting.load(heads);
        }

        @Override
        public void sent(List<WaitingEvent> events) {
            throw new IllegalStateException("crash");
        }

        @Override
        public void refuse(Head head) {
            waiting.refuse(head);
        }
    }
}
