package io.discounts.service.ingestion.kinesis;

import io.discounts.service.aws.AwsClientsForTests;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.ingestion.IngestionMetrics;
import io.discounts.service.ingestion.IngestionProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static java.util.Collections.disjoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The real KCL against a real Kinesis API and a real lease table. */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        classes = KinesisIntegrationTest.Reading.class,
        properties = {
            "discounts.ingestion.application-name=kinesis-integration",
            "discounts.ingestion.streams[0].name=kinesis-integration",
            "discounts.ingestion.streams[0].provider=stores",
            "discounts.ingestion.streams[0].formats=stores",
            "discounts.ingestion.kcl.watchdog-patience=4s",
            "discounts.ingestion.retry.first=100ms",
            "discounts.ingestion.retry.max=100ms"
        })
@DirtiesContext // nobody else reads this stream
@Import({DevServers.class, FastSchedulerConfiguration.class})
class KinesisIntegrationTest {
    private static final String STREAM = "kinesis-integration";
    private static final Duration PATIENCE = Duration.ofSeconds(4); // of the watchdog
    private static final List<String> KEYS =
            IntStream.range(0, 8).mapToObj(key -> "key-" + key).toList();

    @Autowired
    private RecordingIngestion ingestion;

    @Autowired
    private KinesisIngestion reading;

    @Autowired
    private KinesisAsyncClient kinesis;

    @Autowired
    private WatchedSchedulers schedulers;

    @Autowired
    private LeadingClock clock;

    @Test
    void appliesEachKeysRecordsInOrder() {
        publish("order", 0, 20);

        awaitApplied("order", 20);

        assertThatEachKeyIsInOrder("order", 20);
    }

    @Test
    void goesOnAfterARestartWithNothingLostAndNothingReadTwice() {
        publish("restart", 0, 10);
        awaitApplied("restart", 10);

        reading.stop();
        publish("restart", 10, 20);
        reading.start();

        awaitApplied("restart", 20);
        assertThatEachKeyIsInOrder("restart", 20);
    }

    @Test
    void waitsWithItsRecordsWhileTheDatabaseIsAway() {
        ingestion.away = true;
        publish("outage", 0, 5);
        await().until(() -> ingestion.refused.get() > 0);
        publish("outage", 5, 10);

        ingestion.away = false;

        awaitApplied("outage", 10);
        assertThatEachKeyIsInOrder("outage", 10);
    }

    @Test
    void stopsWellWithinTheGraceWhileTheDatabaseIsAwayAndLosesNothing() {
        ingestion.away = true;
        ingestion.refused.set(0);
        publish("stop", 0, 5);
        await().until(() -> ingestion.refused.get() > 0);

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            reading.stop();
            return !reading.isRunning();
        });
        ingestion.away = false;
        reading.start();

        awaitApplied("stop", 5);
        assertThatEachKeyIsInOrder("stop", 5);
    }

    @Test
    void takesUpAShardAgainThatItLostDuringAnOutage() {
        ingestion.away = true;
        ingestion.refused.set(0);
        publish("lost", 0, 5);
        await().until(() -> ingestion.refused.get() > 0);

        var lost = schedulers.tokens();
        schedulers.loseAllLeases();
        await().until(() -> schedulers.tokens().size() == lost.size() && disjoint(schedulers.tokens(), lost));
        ingestion.away = false;

        awaitApplied("lost", 5);
        assertThatEachKeyIsInOrder("lost", 5);
    }

    @Test
    void beginsAgainWhenItsSchedulerHoldsLeasesAndReadsNothing() {
        reading.stop();
        schedulers.deafenNext();
        publish("stuck", 0, 5);
        var before = schedulers.created();
        reading.start();
        await().until(() -> {
            clock.putForward(PATIENCE);
            return schedulers.created() == before + 2;
        });

        awaitApplied("stuck", 5);
        assertThatEachKeyIsInOrder("stuck", 5);
    }

    @Test
    void readsParentsBeforeChildrenWhenAShardIsSplit() {
        publish("split", 0, 10);
        splitAShard();
        publish("split", 10, 20);

        awaitApplied("split", 20);

        assertThatEachKeyIsInOrder("split", 20);
    }

    private void publish(String test, int from, int until) {
        var entries = IntStream.range(from, until)
                .boxed()
                .flatMap(i -> KEYS.stream().map(key -> entry(key, "%s %s %03d".formatted(test, key, i))))
                .toList();
        kinesis.putRecords(request -> request.streamName(STREAM).records(entries))
                .join();
    }

    private static PutRecordsRequestEntry entry(String key, String payload) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(key)
                .data(SdkBytes.fromUtf8String(payload))
                .build();
    }

    private void awaitApplied(String test, int each) {
        await().until(() -> ingestion.applied(test + " ").stream().distinct().count() == (long) each * KEYS.size());
    }

    private void assertThatEachKeyIsInOrder(String test, int count) {
        for (var key : KEYS) {
            assertThat(ingestion.applied(test + " " + key))
                    .containsExactlyElementsOf(IntStream.range(0, count)
                            .mapToObj(i -> "%s %s %03d".formatted(test, key, i))
                            .toList());
        }
    }

    private void splitAShard() {
        var open = kinesis.listShards(request -> request.streamName(STREAM)).join().shards().stream()
                .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null)
                .findFirst()
                .orElseThrow();
        kinesis.splitShard(request ->
                        request.streamName(STREAM).shardToSplit(open.shardId()).newStartingHashKey(middle(open)))
                .join();
        awaitActive(kinesis);
    }

    private static String middle(Shard shard) {
        return new BigInteger(shard.hashKeyRange().startingHashKey())
                .add(new BigInteger(shard.hashKeyRange().endingHashKey()))
                .divide(BigInteger.TWO)
                .toString();
    }

    private static void awaitActive(KinesisAsyncClient kinesis) {
        await().until(() -> kinesis.describeStreamSummary(request -> request.streamName(STREAM))
                        .join()
                        .streamDescriptionSummary()
                        .streamStatus()
                == StreamStatus.ACTIVE);
    }

    /** Not annotated as a configuration: a run that has the tests on its class path would find it in its scan. */
    @EnableConfigurationProperties({IngestionProperties.class, KclProperties.class})
    @Import({KinesisIngestionConfiguration.class, IngestionMetrics.class, AwsClientsForTests.class})
    static class Reading {
        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        @Primary
        WatchedSchedulers watched(@Qualifier("fastScheduler") SchedulerFactory fast) {
            return new WatchedSchedulers(fast);
        }

        @Bean
        LeadingClock clock() {
            return new LeadingClock();
        }

        @Bean
        RecordingIngestion ingestion() {
            return new RecordingIngestion();
        }

        @Bean
        InitializingBean stream(KinesisAsyncClient kinesis) {
            return () -> {
                kinesis.createStream(request -> request.streamName(STREAM).shardCount(2))
                        .join();
                awaitActive(kinesis);
            };
        }
    }
}
