package io.discounts.service.redemption;

import io.discounts.service.DiscountsServiceApplication;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.StoreChange;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;

/**
 * How soon a second instance's search hears of exclusive holds that are taken, released and expired at the first, and how soon
 * holds are refused while Redis is away. Two instances in this process, asked over HTTP; tells figures and judges nothing.
 */
public final class ExclusiveSpeed {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROUNDS = 40;
    private static final int EXPIRING = 8;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String first;
    private final String second;

    private ExclusiveSpeed(String first, String second) {
        this.first = first;
        this.second = second;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var one = instance("one");
        var two = instance("two");
        IntStream.rangeClosed(0, EXPIRING).forEach(i -> given(one, "p:speed-" + i));
        var speed = new ExclusiveSpeed(url(one), url(two));
        speed.takeAndRelease();
        speed.expire();
        DevServers.running().redis().stop();
        speed.askWithoutRedis();
        System.exit(0); // whatever else still runs
    }

    private static ConfigurableApplicationContext instance(String name) {
        return new SpringApplicationBuilder(DiscountsServiceApplication.class, DevServers.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--management.server.port=0",
                        "--discounts.security.mode=open",
                        "--discounts.events.relay=false",
                        "--discounts.ingestion.enabled=false",
                        "--discounts.ingestion.application-name=speed-" + name,
                        "--logging.level.root=warn");
    }

    private static void given(ConfigurableApplicationContext instance, String id) {
        var store = "speed-" + id.substring(id.indexOf('-') + 1);
        var discount = aDiscount().id(id).inStores(store).exclusiveUse().build();
        instance.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> instance.getBean(DiscountCatalog.class)
                        .apply(List.of(
                                new StoreChange.Updated(aStore(store)), new DiscountChange.Published(discount))));
    }

    private static String url(ConfigurableApplicationContext instance) {
        return "http://127.0.0.1:" + instance.getEnvironment().getProperty("local.server.port");
    }

    private void takeAndRelease() throws IOException, InterruptedException {
        var taken = new ArrayList<Long>();
        var released = new ArrayList<Long>();
        awaitListed(0, true);
        for (int i = 0; i < ROUNDS; i++) {
            var held = held(0, 300);
            taken.add(millis(awaitListed(0, false)));
            change(held, "release");
            released.add(millis(awaitListed(0, true)));
        }
        tell("heard of a hold, ms behind its answer", taken);
        tell("heard of a release, ms behind its answer", released);
    }

    private void expire() throws IOException, InterruptedException {
        var ends = new ArrayList<Instant>();
        for (int i = 1; i <= EXPIRING; i++) {
            awaitListed(i, true);
            ends.add(Instant.parse(held(i, 10).get("expiresAt").stringValue()));
            awaitListed(i, false);
        }
        var expired = new ArrayList<Long>();
        var clock = Clock.systemUTC();
        for (int i = 1; i <= EXPIRING; i++) {
            awaitListed(i, true);
            expired.add(Duration.between(ends.get(i - 1), clock.instant()).toMillis());
        }
        tell("listed again, ms behind a hold's end (polled one after another)", expired);
    }

    private void askWithoutRedis() throws IOException, InterruptedException {
        var refused = new ArrayList<Long>();
        for (int i = 0; i < ROUNDS; i++) {
            var began = System.nanoTime();
            var answer = hold(0, 300);
            refused.add(millis(System.nanoTime() - began));
            if (answer.statusCode() != 503
                    || answer.headers().firstValue("Retry-After").isEmpty()) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
        }
        tell("503 with Retry-After while Redis is away, ms", refused);
    }

    /** How many nanoseconds it took until the second instance's search listed the discount, or did not. */
    private long awaitListed(int number, boolean listed) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var body = "{\"region\":\"ES\",\"storeIds\":[\"speed-" + number + "\"],\"customer\":{\"id\":\"c-2\"}}";
        while (true) {
            var answer = post(second + "/v1/discounts/search", "", body).body();
            if (answer.contains("\"discountIds\":[\"p:speed-" + number + "\"]") == listed) {
                return System.nanoTime() - began;
            }
        }
    }

    /** A lock is given back behind the answer, and on a busy machine Redis may be late: then once more. */
    private JsonNode held(int number, int seconds) throws IOException, InterruptedException {
        while (true) {
            var answer = hold(number, seconds);
            if (answer.statusCode() == 201) {
                return JSON.readTree(answer.body());
            }
        }
    }

    private HttpResponse<String> hold(int number, int seconds) throws IOException, InterruptedException {
        var body =
                "{\"region\":\"ES\",\"customerId\":\"c-1\",\"checkoutId\":\"ck\",\"discounts\":[{\"discountId\":\"p:speed-"
                        + number + "\",\"amount\":1}],\"holdSeconds\":" + seconds + "}";
        return post(first + "/v1/redemptions", "key-" + System.nanoTime(), body);
    }

    private void change(JsonNode held, String operation) throws IOException, InterruptedException {
        var path = first + "/v1/redemptions/" + held.get("redemptionId").stringValue() + '/' + operation;
        post(path, "key-" + System.nanoTime(), "{\"fencingToken\":" + held.get("fencingToken") + "}");
    }

    private HttpResponse<String> post(String url, String key, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.isEmpty() ? "none" : key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    private static void tell(String what, List<Long> figures) {
        var sorted = figures.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%s: p50 %d, p95 %d, max %d of %d%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                Arrays.stream(sorted).max().orElse(-1),
                sorted.length);
    }
}
