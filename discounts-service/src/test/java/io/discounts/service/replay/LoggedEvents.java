package io.discounts.service.replay;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.UseReported;
import io.discounts.service.discount.json.DiscountJson;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;

/** Changes as the events that providers would have put on the streams. */
final class LoggedEvents {
    static final String TIME = "2026-11-22T10:00:00Z";

    private LoggedEvents() {}

    /** Discounts of one store each, all of the same version. */
    static List<String> discounts(String prefix, int from, int until, long version) {
        return IntStream.range(from, until)
                .mapToObj(number -> line(new DiscountChange.Published(aDiscount()
                        .id("partner-promotions:" + prefix + "-" + number)
                        .version(version)
                        .inStores(prefix + "-s-" + number)
                        .build())))
                .toList();
    }

    static String line(CatalogChange change) {
        return line(change, TIME);
    }

    static String line(CatalogChange change, String time) {
        return switch (change) {
            case DiscountChange.Published published -> {
                var discount = published.discount();
                yield event(
                        "discount.published",
                        discount.region() + "/" + discount.id().externalId(),
                        time,
                        new String(DiscountJson.write(discount), StandardCharsets.UTF_8));
            }
            case DiscountChange.Withdrawn gone ->
                event(
                        "discount.withdrawn",
                        gone.region() + "/" + gone.id().externalId(),
                        time,
                        "{\"externalId\":\"%s\",\"version\":%d,\"region\":\"%s\"}"
                                .formatted(gone.id().externalId(), gone.version(), gone.region()));
            case StoreChange.Updated updated -> event("store.updated", subject(updated), time, facts(updated.facts()));
            case StoreChange.Removed removed ->
                event(
                        "store.removed",
                        subject(removed),
                        time,
                        "{\"storeId\":\"%s\",\"version\":%d,\"region\":\"%s\"}"
                                .formatted(removed.storeId(), removed.version(), removed.region()));
            case UseReported used ->
                event(
                        "discount.used",
                        used.region() + "/" + used.id().externalId(),
                        time,
                        "{\"externalId\":\"%s\",\"version\":%d,\"region\":\"%s\",\"redemptionId\":\"%s\",\"orderId\":\"%s\"}"
                                .formatted(
                                        used.id().externalId(),
                                        used.version(),
                                        used.region(),
                                        used.redemptionId(),
                                        used.orderId()));
        };
    }

    /** One that no schema lets pass. */
    static String poison(String subject) {
        return event("discount.published", subject, TIME, "{\"externalId\":\"x\"}");
    }

    static String event(String type, String subject, String time, String data) {
        return """
                {"specversion":"1.0","id":"e","source":"/tests","type":"io.discounts.%s.v1","subject":"%s",\
                "time":"%s","datacontenttype":"application/json","data":%s}""".formatted(type, subject, time, data);
    }

    private static String subject(StoreChange change) {
        return change.region() + "/" + change.storeId();
    }

    private static String facts(StoreFacts facts) {
        return "{\"storeId\":\"%s\",\"version\":%d,\"region\":\"%s\",\"city\":%s,\"type\":%s,\"brand\":%s}"
                .formatted(
                        facts.storeId(),
                        facts.version(),
                        facts.region(),
                        quoted(facts.city()),
                        quoted(facts.type()),
                        quoted(facts.brand()));
    }

    private static String quoted(@Nullable String name) {
        return name == null ? "null" : "\"" + name + "\"";
    }
}
