package io.discounts.loadtests.reads;

import io.discounts.service.devservers.Database;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sheets that the service needs for a search, in one region. */
record SheetsAsked(Region region, List<ScopeKey> keys) {
    private static final JsonMapper JSON = new JsonMapper();

    SheetsAsked {
        keys = List.copyOf(keys);
    }

    /** Those of each question, by the facts of the stores that it asks for. */
    static List<SheetsAsked> of(Database database, List<String> questions) throws SQLException {
        var asked = new ArrayList<SheetsAsked>();
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password())) {
            for (var question : questions) {
                asked.add(of(connection, JSON.readTree(question)));
            }
        }
        return asked;
    }

    String places() {
        return String.join(", ", Collections.nCopies(keys.size(), "?"));
    }

    private static SheetsAsked of(Connection connection, JsonNode question) throws SQLException {
        var region = new Region(question.required("region").stringValue());
        Set<ScopeKey> keys = new LinkedHashSet<>();
        try (var stores = connection.prepareStatement(
                "SELECT city, type, brand FROM store WHERE region = ? AND store_id = ? AND NOT removed")) {
            for (var store : question.required("storeIds")) {
                stores.setString(1, region.code());
                stores.setString(2, store.stringValue());
                try (var row = stores.executeQuery()) {
                    if (row.next()) {
                        var facts = new StoreFacts(
                                region,
                                new StoreId(store.stringValue()),
                                0,
                                row.getString(1),
                                row.getString(2),
                                row.getString(3));
                        keys.addAll(facts.scopeKeys());
                    }
                }
            }
        }
        return new SheetsAsked(region, List.copyOf(keys));
    }
}
