package io.discounts.service.demo;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The contract of the events read as strictly as it can be: the service must take less than perfect events, the demo
 * shall not publish any. Of the canonical events alone: what the demo says in a native format, it has from one of these.
 */
public final class StrictContract {
    private static final int PERCENT_DECIMALS = 2;

    private static final Map<String, BiPredicate<DemoEvent, JsonNode>> BEYOND_SCHEMA = Map.of(
            "partition key",
            (event, json) -> json.get("subject").asString().equals(event.subject()),
            "subject's region",
            (event, json) -> event.subject().startsWith(json.at("/data/region").asString() + "/"),
            "provider of the stream",
            (event, json) -> json.get("source").asString().equals("/providers/" + event.stream()),
            "decimals of percent",
            (event, json) -> hasFewDecimals(json.get("data")),
            "validity",
            (event, json) -> startsBeforeItEnds(json.get("data")),
            "timezone",
            (event, json) -> knowsTimezones(json.get("data")));

    private final Schema schema;

    public StrictContract() {
        try (var stream = StrictContract.class.getResourceAsStream("strict-events.schema.json")) {
            if (stream == null) {
                throw new IllegalStateException("The schema is missing from the class path");
            }
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(stream, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a record on a stream, each time with the record. */
    public Stream<String> violations(String stream, String partitionKey, String json) {
        return violations(new DemoEvent(stream, partitionKey, json));
    }

    Stream<String> violations(DemoEvent event) {
        var json = JsonMapper.shared().readTree(event.json());
        var bySchema = schema.validate(json).stream().map(Object::toString);
        return Stream.concat(bySchema, beyondSchema(event, json)).map(violation -> violation + " in " + event.json());
    }

    private static Stream<String> beyondSchema(DemoEvent event, JsonNode json) {
        return BEYOND_SCHEMA.entrySet().stream()
                .filter(expectation -> !expectation.getValue().test(event, json))
                .map(Map.Entry::getKey);
    }

    private static boolean hasFewDecimals(JsonNode data) {
        return data.at("/effect/percent").decimalValue(BigDecimal.ONE).scale() <= PERCENT_DECIMALS;
    }

    private static boolean startsBeforeItEnds(JsonNode data) {
        return !data.has("validUntil") || instant(data, "validFrom").isBefore(instant(data, "validUntil"));
    }

    private static boolean knowsTimezones(JsonNode data) {
        return data.path("rules")
                .valueStream()
                .filter(rule -> rule.has("timezone"))
                .allMatch(rule -> ZoneId.getAvailableZoneIds()
                        .contains(rule.get("timezone").asString()));
    }

    private static Instant instant(JsonNode data, String field) {
        return Instant.parse(data.get(field).asString());
    }
}
