package io.discounts.service.replay;

import org.springframework.stereotype.Component;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Where the service may read for whoever orders replays over HTTP: only within what is configured. */
@Component
class ReplayLocations {
    private final List<String> allowed;

    ReplayLocations(ReplayProperties properties) {
        this.allowed = properties.locations();
    }

    boolean allow(String location) {
        return allowed.stream().anyMatch(within -> isWithin(location, within));
    }

    private static boolean isWithin(String location, String allowed) {
        try {
            var path = Path.of(location);
            return path.isAbsolute()
                    && path.normalize().startsWith(Path.of(allowed).normalize());
        } catch (InvalidPathException none) {
            return false;
        }
    }
}
