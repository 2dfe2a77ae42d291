package io.discounts.service.demo;

import io.discounts.service.devservers.Streams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import static java.util.stream.Collectors.toMap;

/** Says every fourth of the partners' promotions as the partner platform would, if it has words for it. */
final class PartnerTongue {
    private static final String TYPE = "partner.promotion.changed.v2";
    private static final int ONE_IN = 4;
    private static final Map<String, String> TIMEZONES =
            DemoRegion.ALL.stream().collect(toMap(DemoRegion::code, DemoRegion::timezone));
    private static final Map<String, String> WEEKDAYS = Map.of(
            "MON",
            "monday",
            "TUE",
            "tuesday",
            "WED",
            "wednesday",
            "THU",
            "thursday",
            "FRI",
            "friday",
            "SAT",
            "saturday",
            "SUN",
            "sunday");

    private PartnerTongue() {}

    /** The event as it is published: said otherwise, or as it was. */
    static DemoEvent say(DemoEvent event) {
        if (!event.stream().equals(Streams.PARTNER_PROMOTIONS)) {
            return event;
        }
        var canonical = JsonMapper.shared().readTree(event.json()).asObject();
        var data = canonical.required("data").asObject();
        if (data.required("externalId").asInt() % ONE_IN != 0) {
            return event;
        }
        var said = data.has("effect") ? live(data) : Optional.of(identity(data, "ended"));
        return said.map(one -> with(canonical, event, one)).orElse(event);
    }

    private static DemoEvent with(ObjectNode envelope, DemoEvent event, ObjectNode data) {
        var written = JsonMapper.shared()
                .writeValueAsString(envelope.put("type", TYPE).set("data", data));
        return new DemoEvent(event.stream(), event.subject(), written);
    }

    private static ObjectNode identity(JsonNode data, String status) {
        return Json.object()
                .put("promotionId", data.required("externalId").asString())
                .put("revision", data.required("version").asInt())
                .put("country", data.required("region").asString())
                .put("status", status);
    }

    private static Optional<ObjectNode> live(ObjectNode data) {
        var money = new Decimals(data.required("currency").asString());
        var offer = PartnerOffers.offer(data.required("effect"), money::major);
        if (offer.isEmpty() || !isForNamedStores(data.required("scope")) || !hasPlainTerms(data)) {
            return Optional.empty();
        }
        var said = identity(data, "live")
                .put("title", data.required("label").asString())
                .put("currency", data.required("currency").asString());
        said.set("offer", offer.get());
        if (data.has("target")) {
            said.putObject("appliesTo")
                    .set("skus", data.at("/target/productIds"))
                    .set("categories", data.at("/target/categories"));
        }
        said.set("outlets", data.at("/scope/stores"));
        addRuns(said, data);
        addTerms(said, data, money);
        return Optional.of(said);
    }

    /** Outlets are the only places that the platform knows. */
    private static boolean isForNamedStores(JsonNode scope) {
        return !scope.at("/stores").isEmpty()
                && scope.at("/except").valueStream().allMatch(JsonNode::isEmpty);
    }

    private static boolean hasPlainTerms(JsonNode data) {
        return !data.at("/target/type").asString("items").endsWith("fee")
                && !data.at("/stacking/mode").asString("stackable").equals("exclusive")
                && !data.path("limits").has("budget")
                && !data.path("limits").has("exclusiveUse")
                && data.path("rules").valueStream().allMatch(PartnerTongue::isPlain);
    }

    private static boolean isPlain(JsonNode rule) {
        return switch (rule.required("type").asString()) {
            case "min_basket" -> !rule.has("categories");
            case "schedule" -> true;
            default -> false;
        };
    }

    private static void addRuns(ObjectNode said, JsonNode data) {
        var timezone =
                Objects.requireNonNull(TIMEZONES.get(data.required("region").asString()));
        var runs = said.putObject("runs").put("timezone", timezone);
        runs.put("starts", local(data.required("validFrom"), timezone));
        if (data.has("validUntil")) {
            runs.put("ends", local(data.required("validUntil"), timezone));
        }
        data.path("rules")
                .valueStream()
                .flatMap(rule -> rule.path("windows").valueStream())
                .forEach(window -> {
                    var daily = runs.withArray("daily").addObject();
                    var weekdays = daily.putArray("weekdays");
                    window.required("days").forEach(day -> weekdays.add(WEEKDAYS.get(day.asString())));
                    daily.set("from", window.required("from")).set("to", window.required("until"));
                });
    }

    private static void addTerms(ObjectNode said, JsonNode data, Decimals money) {
        data.path("rules")
                .valueStream()
                .filter(rule -> rule.has("amount"))
                .forEach(rule -> said.put("minimumSpend", money.major(rule.required("amount"))));
        said.put("bestOfGroup", data.at("/stacking/group").asString("none"));
        copy(data.at("/stacking/priority"), said, "rank");
        copy(data.at("/limits/total"), said, "maxRedemptions");
        copy(data.at("/limits/perCustomer"), said, "maxPerShopper");
        copy(data.at("/funding/partnerPercent"), said, "partnerShare");
    }

    private static void copy(JsonNode value, ObjectNode to, String field) {
        if (!value.isMissingNode()) {
            to.set(field, value);
        }
    }

    private static String local(JsonNode instant, String timezone) {
        var moment = LocalDateTime.ofInstant(Instant.parse(instant.asString()), ZoneId.of(timezone));
        return String.format(Locale.ROOT, "%tFT%<tT", moment);
    }

    /** Minor units as the decimals they are of. */
    private record Decimals(String currency) {
        BigDecimal major(JsonNode minor) {
            return BigDecimal.valueOf(
                    minor.asLong(), Currency.getInstance(currency).getDefaultFractionDigits());
        }
    }
}
