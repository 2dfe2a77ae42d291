package io.discounts.loadtests.data;

import io.discounts.service.devservers.Streams;
import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.StoreChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every event passes the service's schemas, and its adapters make of it exactly what was drawn. */
class EventFormatsTest {
    private static final Dataset DATA = Generated.data(11, 5_000);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"NDJSON", "NATIVE"})
    void comesToWhatWasDrawn(DataFormat format) throws IOException {
        format.write(DATA, folder);
        var translated = new ArrayList<CatalogChange>();
        for (var stream : List.of(Streams.PARTNER_PROMOTIONS, Streams.PRIME_BENEFITS, Streams.MARKETING_CAMPAIGNS)) {
            Generated.events(folder, stream).forEach(event -> translated.addAll(Service.translate(stream, event)));
        }

        assertThat(translated)
                .isEqualTo(Generated.told(DATA)
                        .flatMap(statement -> statement.changes().stream())
                        .toList());
    }

    @Test
    void tellsStoresAsTheyWereDrawn() throws IOException {
        DataFormat.NDJSON.write(DATA, folder);
        var translated = Generated.events(folder, Streams.STORES).stream()
                .flatMap(event -> Service.translate(Streams.STORES, event).stream())
                .toList();

        assertThat(translated)
                .isEqualTo(DATA.marketplace().markets().stream()
                        .map(market -> new StoreChanges(DATA.marketplace().seed(), market))
                        .flatMap(EventFormatsTest::told)
                        .toList())
                .anyMatch(StoreChange.Removed.class::isInstance);
    }

    @Test
    void tellsMostInTheProvidersOwnWordsAndTheRestInOurs() throws IOException {
        DataFormat.NATIVE.write(DATA, folder);

        assertThat(own(Streams.PARTNER_PROMOTIONS)).isBetween(0.8, 0.95);
        assertThat(own(Streams.MARKETING_CAMPAIGNS)).isBetween(0.8, 0.95);
        assertThat(own(Streams.PRIME_BENEFITS)).isEqualTo(1);
    }

    @Test
    void putsTheSubjectWhereThePartitionKeyIsTakenFrom() throws IOException {
        DataFormat.NATIVE.write(DATA, folder);
        var json = new JsonMapper();

        assertThat(Generated.events(folder, Streams.MARKETING_CAMPAIGNS)).allSatisfy(event -> {
            var read = json.readTree(event);
            assertThat(read.get("subject").asString()).matches("[A-Z]{2}/[a-z]+-\\d+");
            assertThat(read.get("specversion").asString()).isEqualTo("1.0");
            assertThat(read.get("id").asString()).isNotEmpty();
            assertThat(read.get("source").asString()).startsWith("/");
        });
    }

    private static Stream<CatalogChange> told(StoreChanges stores) {
        return Stream.concat(stores.opened().stream().map(StoreChange.Updated::new), stores.closed().stream());
    }

    private double own(String stream) throws IOException {
        var events = Generated.events(folder, stream);
        return events.stream()
                        .filter(event -> !event.contains("\"type\":\"io.discounts."))
                        .count()
                / (double) events.size();
    }
}
