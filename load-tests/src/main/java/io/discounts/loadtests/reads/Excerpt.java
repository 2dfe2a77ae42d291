package io.discounts.loadtests.reads;

import io.discounts.service.catalog.OwnCatalog;
import io.discounts.service.devservers.Database;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The part of a catalog that some questions are about, without what has ended, as a catalog of its own: the same answers from a
 * fraction of the rows.
 *
 * @param questions that it answers
 * @param discounts that it has
 */
record Excerpt(Database catalog, List<String> questions, long discounts) {
    private static final JsonMapper JSON = new JsonMapper();

    Excerpt {
        questions = List.copyOf(questions);
    }

    /** Of as many questions, from the first, as it takes to have so many discounts. */
    static Excerpt of(Database whole, List<String> questions, int discounts) throws SQLException {
        try (var part = OwnCatalog.open(whole, "excerpt")) {
            var copying = new Copying(SheetRows.schema(whole), part.jdbc());
            var answered = new ArrayList<String>();
            while (copying.discounts() < discounts && answered.size() < questions.size()) {
                var question = questions.get(answered.size());
                var asked = JSON.readTree(question);
                copying.stores(asked);
                copying.sheets(SheetsAsked.of(whole, List.of(question)).getFirst(), at(asked));
                answered.add(question);
            }
            return new Excerpt(part.address(), answered, copying.discounts());
        }
    }

    private static LocalDateTime at(JsonNode question) {
        return LocalDateTime.ofInstant(Instant.parse(question.required("at").stringValue()), ZoneOffset.UTC);
    }

    /** Rows of one schema into another on the same server, each once. */
    private record Copying(String from, JdbcTemplate part) {
        void stores(JsonNode question) {
            var ids = question.required("storeIds")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .toList();
            part.update(
                    "INSERT IGNORE INTO store SELECT * FROM %s.store WHERE region = ? AND store_id IN (%s)"
                            .formatted(from, String.join(", ", Collections.nCopies(ids.size(), "?"))),
                    parameters(question.required("region").stringValue(), ids));
        }

        /** Without what has ended by then. */
        void sheets(SheetsAsked sheets, LocalDateTime at) {
            part.update(
                    "INSERT IGNORE INTO discount_scope SELECT * FROM %s.discount_scope WHERE ends_at > '%s' AND region = ? AND scope_key IN (%s)"
                            .formatted(from, at, sheets.places()),
                    parameters(
                            sheets.region().code(),
                            sheets.keys().stream().map(key -> key.written()).toList()));
            part.update("""
                    INSERT IGNORE INTO discount SELECT whole.*
                      FROM discount_scope JOIN %s.discount whole USING (region, provider, external_id)
                    """.formatted(from));
        }

        long discounts() {
            return Objects.requireNonNull(part.queryForObject("SELECT COUNT(*) FROM discount", Long.class));
        }

        private static Object[] parameters(String region, List<String> others) {
            return Stream.concat(Stream.of(region), others.stream()).toArray();
        }
    }
}
