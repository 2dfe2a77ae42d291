package io.discounts.service.replay;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Where an event log is, whether or not anything is there. */
sealed interface LogLocation {
    /**
     * The place that is written.
     *
     * @throws IllegalArgumentException if it names none that can be read
     */
    static LogLocation parse(String written) {
        if (written.startsWith(S3Prefix.SCHEME)) {
            return S3Prefix.parse(written);
        }
        if (written.contains("://")) {
            throw new IllegalArgumentException("only folders and s3:// locations can be read, not " + written);
        }
        return new Folder(Path.of(written));
    }

    /** Whether the other is the same place or lies within. */
    boolean contains(LogLocation other);

    /** A folder of the machine. */
    record Folder(Path path) implements LogLocation {
        @Override
        public boolean contains(LogLocation other) {
            return switch (other) {
                case Folder inner ->
                    inner.path.isAbsolute() && inner.path.normalize().startsWith(path.normalize());
                case S3Prefix ignored -> false;
            };
        }
    }

    /**
     * The keys of a bucket that begin with these folders. Keys are taken as they are written: nothing is decoded, and names
     * that anybody might understand differently (dots, percent signs, empty ones) are refused.
     */
    record S3Prefix(String bucket, List<String> folders) implements LogLocation {
        private static final String SCHEME = "s3://";
        private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
        private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9!_.*'()=+@,:~-]+");

        public S3Prefix {
            if (!BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
                throw new IllegalArgumentException("not the name of a bucket: '" + bucket + "'");
            }
            folders.forEach(S3Prefix::requireFolder);
            folders = List.copyOf(folders);
        }

        private static S3Prefix parse(String written) {
            var path = written.substring(SCHEME.length());
            var parts =
                    Arrays.asList((path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1));
            return new S3Prefix(parts.getFirst(), parts.subList(1, parts.size()));
        }

        private static void requireFolder(String name) {
            if (!FOLDER.matcher(name).matches() || name.equals(".") || name.equals("..")) {
                throw new IllegalArgumentException("an s3:// location cannot have a part '" + name + "'");
            }
        }

        /** The key of something below the location. */
        String key(String name) {
            return folders.isEmpty() ? name : String.join("/", folders) + "/" + name;
        }

        @Override
        public boolean contains(LogLocation other) {
            return switch (other) {
                case Folder ignored -> false;
                case S3Prefix inner ->
                    inner.bucket.equals(bucket)
                            && inner.folders.size() >= folders.size()
                            && inner.folders.subList(0, folders.size()).equals(folders);
            };
        }

        /** As it is written; always the same for the same place. */
        @Override
        public String toString() {
            return SCHEME + bucket + (folders.isEmpty() ? "" : "/" + String.join("/", folders));
        }
    }
}
