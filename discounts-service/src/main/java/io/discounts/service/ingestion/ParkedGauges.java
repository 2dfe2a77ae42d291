package io.discounts.service.ingestion;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.util.HashMap;

/** Shows from time to time how much cannot be applied; while the database is away, what it said last. */
@Component
class ParkedGauges {
    private static final Logger log = LoggerFactory.getLogger(ParkedGauges.class);

    private final IngestionProperties properties;
    private final QueuedLetters queues;
    private final IngestionMetrics metrics;

    ParkedGauges(IngestionProperties properties, QueuedLetters queues, IngestionMetrics metrics) {
        this.properties = properties;
        this.queues = queues;
        this.metrics = metrics;
    }

    @Scheduled(fixedDelayString = "${discounts.ingestion.parked-refresh:10s}")
    void refresh() {
        try {
            var parked = new HashMap<String, ParkedStream>();
            properties.streams().forEach(stream -> parked.put(stream.name(), new ParkedStream(stream.name(), 0, 0)));
            queues.parked().forEach(stream -> parked.put(stream.stream(), stream));
            parked.values().forEach(each -> metrics.parked(each.stream(), each.letters(), each.subjects()));
        } catch (DataAccessException away) {
            log.atDebug().setCause(away).log("the gauges of dead letters stay as they are while the database is away");
        }
    }
}
