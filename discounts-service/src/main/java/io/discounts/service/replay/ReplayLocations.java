package io.discounts.service.replay;

import org.springframework.stereotype.Component;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Where the service may read for whoever orders replays over HTTP: only within what is configured. */
@Component
class ReplayLocations {
    private static final String S3 = "s3://";

    private final List<String> allowed;

    ReplayLocations(ReplayProperties properties) {
        this.allowed = properties.locations();
    }

    boolean allow(String location) {
        return allowed.stream().anyMatch(within -> isWithin(location, within));
    }

    private static boolean isWithin(String location, String allowed) {
        if (location.startsWith(S3) || allowed.startsWith(S3)) {
            return isPlainBucketPath(location) && folder(location).startsWith(folder(allowed));
        }
        try {
            var path = Path.of(location);
            return path.isAbsolute()
                    && path.normalize().startsWith(Path.of(allowed).normalize());
        } catch (InvalidPathException none) {
            return false;
        }
    }

    /** Keys are no paths: what looks like a way out of a folder is none, and is not ours to guess about. */
    private static boolean isPlainBucketPath(String location) {
        return location.startsWith(S3) && !location.contains("/../") && !location.endsWith("/..");
    }

    private static String folder(String location) {
        return location.endsWith("/") ? location : location + "/";
    }
}
