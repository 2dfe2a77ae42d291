package io.discounts.service.ingestion;

import io.discounts.service.DiscountsServiceApplication;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.catalog.Watermarks;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.provider.ProviderAdapters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;

/**
 * What a batch of 1,000 events takes through ingestion into the embedded database, by lanes: of discounts that have a
 * store each (spread) and of discounts that share fifty scope keys (skewed). The ways take turns, batch by batch, so that
 * whatever else the machine does concerns all of them. One way goes without looking for parked subjects, one without
 * writing events for downstream copies; nobody carries those here.
 */
final class LanesSpeed {
    private static final int BATCH = 1_000;
    private static final String PROVIDER = "partner-promotions";

    private record Way(String name, boolean events, EventIngestion ingestion) {}

    private final ApplicationContext application;
    private final LinkedBlockingQueue<Double> asking = new LinkedBlockingQueue<>();
    private int discounts;

    private LanesSpeed(ApplicationContext application) {
        this.application = application;
    }

    /**
     * Compares the ways.
     *
     * @param args how many batches each way gets; default 40
     */
    public static void main(String[] args) {
        var rounds = args.length == 0 ? 40 : Integer.parseInt(args[0]);
        var application = SpringApplication.from(DiscountsServiceApplication::main)
                .with(DevServers.class, SwitchedEventOutbox.Switch.class)
                .run(
                        "--discounts.ingestion.enabled=false",
                        "--discounts.events.relay=false",
                        "--discounts.security.mode=open",
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--logging.level.root=warn");
        var context = application.getApplicationContext();
        new LanesSpeed(context).compare(rounds);
        System.exit(SpringApplication.exit(context));
    }

    private void compare(int rounds) {
        var ways = List.of(
                way("1 lane, no parking", 1, true, new Heedless()),
                way("1 lane", 1, true, new Asking()),
                way("1 lane, no events", 1, false, application.getBean(DeadLetters.class)),
                way("2 lanes", 2, true, application.getBean(DeadLetters.class)),
                way("4 lanes", 4, true, application.getBean(DeadLetters.class)));
        for (var skewed : List.of(false, true)) {
            var millis = new TreeMap<String, List<Double>>();
            for (int round = 0; round < rounds + 5; round++) {
                for (var way : ways) {
                    application.getBean(SwitchedEventOutbox.class).on(way.events());
                    var took = timed(way.ingestion(), batch(skewed));
                    if (round >= 5) {
                        millis.computeIfAbsent(way.name(), name -> new ArrayList<>())
                                .add(took);
                        asking.drainTo(millis.computeIfAbsent("of it, looking for letters", name -> new ArrayList<>()));
                    }
                }
            }
            print(skewed ? "skewed" : "spread", millis);
        }
    }

    private static void print(String shape, Map<String, List<Double>> millis) {
        millis.forEach((way, all) -> {
            var sorted = all.stream().sorted().toList();
            var decile = sorted.get(sorted.size() / 10);
            var median = sorted.get(sorted.size() / 2);
            System.out.printf("%s, %-28s median %6.1f ms, best decile %6.1f ms%n", shape, way + ":", median, decile);
        });
    }

    private static double timed(EventIngestion ingestion, ShardBatch batch) {
        var began = System.nanoTime();
        if (!(ingestion.ingest(batch) instanceof BatchOutcome.Ingested)) {
            throw new IllegalStateException("the database is away");
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private Way way(String name, int lanes, boolean events, DeadLetters letters) {
        var batches = new BatchTransaction(
                new RetriedTransaction(application.getBean(TransactionTemplate.class)),
                application.getBean(DiscountCatalog.class),
                letters,
                application.getBean(Watermarks.class));
        return new Way(
                name,
                events,
                new TransactionalIngestion(
                        List.of(new IngestionProperties.Stream(PROVIDER, PROVIDER, List.of("canonical"))),
                        new RecordReader(application.getBean(ProviderAdapters.class)),
                        new Lanes(lanes, new BatchHalves(batches)),
                        application.getBean(Watermarks.class),
                        new IngestionMetrics(new SimpleMeterRegistry()),
                        application.getBean(Clock.class)));
    }

    private ShardBatch batch(boolean skewed) {
        var now = application.getBean(Clock.class).instant();
        var records = new ArrayList<StreamRecord>();
        for (int i = 0; i < BATCH; i++) {
            discounts++;
            records.add(new StreamRecord(String.valueOf(discounts), 0, now, event(skewed)));
        }
        return new ShardBatch(PROVIDER, "shard-0", records, Duration.ofMinutes(1));
    }

    private byte[] event(boolean skewed) {
        var id = "speed-" + discounts;
        var builder = aDiscount().id(PROVIDER + ":" + id);
        var discount = skewed
                ? builder.scope(shared()).build()
                : builder.inStores("store-" + discounts).build();
        return """
                {"specversion":"1.0","id":"e-%s","source":"/speed","type":"io.discounts.discount.published.v1",\
                "subject":"ES/%s","time":"2026-11-22T10:00:00Z","data":%s}""".formatted(id, id, new String(DiscountJson.write(discount), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Scope shared() {
        var brands = Set.of("brand-" + discounts % 30);
        var cities = Set.of("city-" + discounts % 20);
        return new Scope(false, new StoreSet(Set.of(), Set.of(), brands, cities), StoreSet.NONE);
    }

    /** The real ones, by the clock. */
    private final class Asking implements DeadLetters {
        private final DeadLetters letters = application.getBean(DeadLetters.class);

        @Override
        public Standing standing(ReadBatch batch) {
            var began = System.nanoTime();
            var standing = letters.standing(batch);
            asking.add((System.nanoTime() - began) / 1e6);
            return standing;
        }

        @Override
        public void keep(List<DeadLetter> kept) {
            letters.keep(kept);
        }
    }

    /** Parks nothing and asks nothing. */
    private static final class Heedless implements DeadLetters {
        @Override
        public Standing standing(ReadBatch batch) {
            return Standing.CLEAR;
        }

        @Override
        public void keep(List<DeadLetter> letters) {
            if (!letters.isEmpty()) {
                throw new IllegalStateException("nothing here is poison");
            }
        }
    }
}
