package io.discounts.service.ingestion;

import io.discounts.service.DiscountsServiceApplication;
import io.discounts.service.ServiceClient;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.StreamPublisher;
import io.discounts.service.ingestion.kinesis.FastSchedulerConfiguration;
import io.discounts.service.provider.ProviderAdapters;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The whole service on real servers: 20,000 records, 100 of them poison of every kind, through Kinesis and the KCL over two
 * shards; then, once the adapter has learnt, a redrive of every queue over HTTP. It fails unless the catalog and the dead
 * letters are what they must be, byte by byte, before and after.
 */
final class PoisonRun {
    private static final String STREAM = "partner-promotions";
    private static final int RECORDS = 20_000;
    private static final int POISON = 100;
    private static final int PUT = 250;
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final PoisonStory story = new PoisonStory(STREAM, RECORDS, POISON, 42);
    private final ApplicationContext application;
    private final PoisonStoryInDatabase database;
    private final ServiceClient service;
    private int redrives;
    private int discards;

    private PoisonRun(ApplicationContext application) {
        this.application = application;
        this.database = new PoisonStoryInDatabase(application.getBean(JdbcClient.class), STREAM);
        this.service = application.getBean(ServiceClient.class);
    }

    public static void main(String[] args) {
        var application = SpringApplication.from(DiscountsServiceApplication::main)
                .with(DevServers.class, FastSchedulerConfiguration.class, ServiceClient.class, Learning.class)
                .run(
                        "--discounts.ingestion.application-name=poison-run",
                        "--discounts.ingestion.streams[0].name=" + STREAM,
                        "--discounts.ingestion.streams[0].provider=" + STREAM,
                        "--discounts.ingestion.streams[0].formats=" + LearningAdapter.FORMAT + ",canonical",
                        "--discounts.security.mode=open",
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--logging.level.root=warn");
        var context = application.getApplicationContext();
        new PoisonRun(context).run();
        System.exit(SpringApplication.exit(context));
    }

    private void run() {
        timed("published " + RECORDS + " records", this::publish);
        timed("parked", () -> Awaitility.await().atMost(SOON).until(this::allArrived));
        database.verifyParked(story);
        var queues = story.letters();
        tell("%d poison records are dead letters, whole, and %d records behind them; the other %d are applied"
                .formatted(POISON, letters() - POISON, RECORDS - letters()));
        tell("%d subjects are parked, each queue in order".formatted(queues.size() - 1));
        application.getBean(LearningAdapter.class).learn();
        timed("redriven", this::heal);
        database.verifyHealed(story);
        tell("%d redrives and %d discards later, all is as if it had never happened".formatted(redrives, discards));
    }

    private void publish() {
        var streams = application.getBean(StreamPublisher.class);
        var records = story.records();
        for (int i = 0; i < records.size(); i += PUT) {
            var some = records.subList(i, Math.min(i + PUT, records.size())).stream()
                    .map(told -> new io.discounts.service.devservers.StreamRecord(
                            told.subject(), told.payload().getBytes(StandardCharsets.UTF_8)))
                    .toList();
            streams.publish(STREAM, some).join();
        }
    }

    private boolean allArrived() {
        var kept = database.letters().values().stream()
                .mapToLong(queue -> queue.size())
                .sum();
        return kept == letters() && database.discounts().equals(story.parked());
    }

    private long letters() {
        return story.letters().values().stream()
                .mapToLong(queue -> queue.size())
                .sum();
    }

    /** Redrives the first letter's queue until there is none; what is refused even now can only be discarded. */
    private void heal() {
        for (var letter = first(); !letter.isMissingNode(); letter = first()) {
            redrives++;
            var stoppedAt = post(letter.get("id"), "redrive").get("stoppedAt");
            if (!stoppedAt.isNull()) {
                discards++;
                post(stoppedAt.get("id"), "discard");
            }
        }
    }

    private JsonNode first() {
        return answer(service.get("/ops/dead-letters?limit=1").body()).at("/items/0");
    }

    private JsonNode post(JsonNode id, String action) {
        return answer(service.post("/ops/dead-letters/" + id + "/" + action, "").body());
    }

    private static JsonNode answer(String body) {
        return JSON.readTree(body);
    }

    private static void timed(String what, Runnable work) {
        var began = System.nanoTime();
        work.run();
        tell("%s in %.1f s".formatted(what, (System.nanoTime() - began) / 1e9));
    }

    private static void tell(String line) {
        System.out.println(line);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Learning {
        @Bean
        LearningAdapter learningAdapter(ObjectProvider<ProviderAdapters> adapters) {
            return new LearningAdapter(adapters::getObject);
        }
    }
}
