package io.discounts.service.eligibility.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Bodies as nearly all clients write them: the documented names and nothing else, each value of its type. What is read here is
 * what Spring MVC would bind; what is not is left to it, and to its errors.
 */
final class PlainBodies {
    private PlainBodies() {}

    static Optional<SearchBody> search(byte[] document) {
        return read(document, PlainBodies::search);
    }

    static Optional<EvaluateBody> evaluate(byte[] document) {
        return read(document, PlainBodies::evaluate);
    }

    private static <T> Optional<T> read(byte[] document, Function<PlainJson, T> body) {
        try (var json = new PlainJson(document)) {
            if (!json.beginsObject()) {
                return Optional.empty();
            }
            var read = body.apply(json);
            json.end();
            return Optional.of(read);
        } catch (JacksonException | PlainJson.NotPlainException other) {
            return Optional.empty();
        }
    }

    private static SearchBody search(PlainJson json) {
        String region = null;
        List<@Nullable String> storeIds = null;
        CustomerBody customer = null;
        ContextBody context = null;
        String at = null;
        var names = json.names();
        for (var name = names.next(); name != null; name = names.next()) {
            switch (name) {
                case "region" -> region = json.text();
                case "storeIds" -> storeIds = json.texts();
                case "customer" -> customer = json.beginsObject() ? customer(json) : null;
                case "context" -> context = json.beginsObject() ? context(json) : null;
                case "at" -> at = json.text();
                default -> throw new PlainJson.NotPlainException();
            }
        }
        return new SearchBody(region, storeIds, customer, context, at);
    }

    private static EvaluateBody evaluate(PlainJson json) {
        String region = null;
        String storeId = null;
        CustomerBody customer = null;
        ContextBody context = null;
        BasketBody basket = null;
        String at = null;
        var names = json.names();
        for (var name = names.next(); name != null; name = names.next()) {
            switch (name) {
                case "region" -> region = json.text();
                case "storeId" -> storeId = json.text();
                case "customer" -> customer = json.beginsObject() ? customer(json) : null;
                case "context" -> context = json.beginsObject() ? context(json) : null;
                case "basket" -> basket = json.beginsObject() ? basket(json) : null;
                case "at" -> at = json.text();
                default -> throw new PlainJson.NotPlainException();
            }
        }
        return new EvaluateBody(region, storeId, customer, context, basket, at);
    }

    private static CustomerBody customer(PlainJson json) {
        String id = null;
        List<@Nullable String> segments = null;
        Integer orderCount = null;
        var names = json.names();
        for (var name = names.next(); name != null; name = names.next()) {
            switch (name) {
                case "id" -> id = json.text();
                case "segments" -> segments = json.texts();
                case "orderCount" -> orderCount = json.integer();
                default -> throw new PlainJson.NotPlainException();
            }
        }
        return new CustomerBody(id, segments, orderCount);
    }

    private static ContextBody context(PlainJson json) {
        String platform = null;
        String fulfilment = null;
        String paymentMethod = null;
        var names = json.names();
        for (var name = names.next(); name != null; name = names.next()) {
            switch (name) {
                case "platform" -> platform = json.text();
                case "fulfilment" -> fulfilment = json.text();
                case "paymentMethod" -> paymentMethod = json.text();
                default -> throw new PlainJson.NotPlainException();
            }
        }
        return new ContextBody(platform, fulfilment, paymentMethod);
    }

    private static BasketBody basket(PlainJson json) {
        String currency = null;
        List<@Nullable ItemBody> items = null;
        Long deliveryFee = null;
        Long serviceFee = null;
        var names = json.names();
        for (var name = names.next(); name != null; name = names.next()) {
            switch (name) {
                case "currency" -> currency = json.text();
                case "items" -> items = json.objects(PlainBodies::item);
                case "deliveryFee" -> deliveryFee = json.longInteger();
                case "serviceFee" -> serviceFee = json.longInteger();
                default -> throw new PlainJson.NotPlainException();
            }
        }
        return new BasketBody(currency, items, deliveryFee, serviceFee);
    }

    private static ItemBody item(PlainJson json) {
        String lineId = null;
        String productId = null;
        List<@Nullable String> categories = null;
        Integer quantity = null;
        Long unitPrice = null;
        var names = json.names();
        for (var name = names.next(); name != null; name = names.next()) {
            switch (name) {
                case "lineId" -> lineId = json.text();
                case "productId" -> productId = json.text();
                case "categories" -> categories = json.texts();
                case "quantity" -> quantity = json.integer();
                case "unitPrice" -> unitPrice = json.longInteger();
                default -> throw new PlainJson.NotPlainException();
            }
        }
        return new ItemBody(lineId, productId, categories, quantity, unitPrice);
    }
}
