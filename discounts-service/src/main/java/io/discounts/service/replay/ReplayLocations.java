package io.discounts.service.replay;

import org.springframework.stereotype.Component;

import java.util.List;

/** Where the service may read for whoever orders replays over HTTP: only within what is configured. */
@Component
class ReplayLocations {
    private final List<LogLocation> allowed;

    /** @throws IllegalArgumentException if one is configured that cannot be read */
    ReplayLocations(ReplayProperties properties) {
        this.allowed = properties.locations().stream().map(LogLocation::parse).toList();
    }

    boolean allow(String location) {
        try {
            var asked = LogLocation.parse(location);
            return allowed.stream().anyMatch(within -> within.contains(asked));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
