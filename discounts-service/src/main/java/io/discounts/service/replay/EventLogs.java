package io.discounts.service.replay;

import org.springframework.stereotype.Component;

import java.nio.file.Path;

/** Finds the event log that a location names. */
@Component
class EventLogs {
    /**
     * The log at a location, which need not be there.
     *
     * @throws IllegalArgumentException if the location names none that can be read
     */
    EventLog at(String location) {
        if (location.contains("://")) {
            throw new IllegalArgumentException("only folders can be read, not " + location);
        }
        return new FolderLog(Path.of(location));
    }
}
