package io.discounts.service.ingestion;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** What the database holds of a story. */
record PoisonStoryInDatabase(JdbcClient jdbc, String provider) {

    /** The payloads of the dead letters by subject, each subject's by id. */
    Map<String, List<String>> letters() {
        var letters = new TreeMap<String, List<String>>();
        jdbc.sql("SELECT subject, payload FROM dead_letter WHERE stream = ? ORDER BY id")
                .param(provider)
                .query(row -> {
                    var subject = row.getBytes(1) == null ? "" : SubjectBytes.read(row.getBytes(1));
                    letters.computeIfAbsent(subject, first -> new ArrayList<>())
                            .add(new String(row.getBytes(2), StandardCharsets.UTF_8));
                });
        return letters;
    }

    /** The written form of each discount. */
    Map<String, String> discounts() {
        var discounts = new HashMap<String, String>();
        jdbc.sql("SELECT external_id, body FROM discount WHERE provider = ?")
                .param(provider)
                .query(row -> {
                    discounts.put(row.getString(1), new String(row.getBytes(2), StandardCharsets.UTF_8));
                });
        return discounts;
    }

    /** All else is applied; what is poison is kept whole, and behind it what came later, in order. */
    void verifyParked(PoisonStory story) {
        var letters = letters();
        var expected = story.letters();
        assertThat(letters.keySet()).isEqualTo(expected.keySet());
        // Those without a subject come from several shards, and only a subject's have an order.
        assertThat(letters.getOrDefault("", List.of()))
                .containsExactlyInAnyOrderElementsOf(expected.getOrDefault("", List.of()));
        letters.remove("");
        expected.remove("");
        assertThat(letters).isEqualTo(expected);
        assertThat(discounts()).isEqualTo(story.parked());
    }

    /** All is as if it had never happened. */
    void verifyHealed(PoisonStory story) {
        assertThat(letters()).isEmpty();
        assertThat(discounts()).isEqualTo(story.healed());
        var discarded = jdbc.sql("SELECT COUNT(*) FROM dead_letter_audit WHERE stream = ? AND outcome = 'DISCARDED'")
                .param(provider)
                .query(Long.class)
                .single();
        assertThat(discarded).isEqualTo(story.hopeless());
    }
}
