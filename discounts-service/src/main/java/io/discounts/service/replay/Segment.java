package io.discounts.service.replay;

/**
 * A file of the event log: records of one stream that arrived on one day.
 *
 * @param name its path below the log's location, {@code <stream>/<yyyy>/<MM>/<dd>/<file>}
 * @param bytes as it is kept
 */
record Segment(String stream, String name, long bytes) {
    private static final String PLAIN = ".ndjson";
    private static final String ZIPPED = ".ndjson.gz";

    /** Whether a file of the log holds records; others may lie beside. */
    static boolean isOne(String fileName) {
        return fileName.endsWith(PLAIN) || fileName.endsWith(ZIPPED);
    }

    boolean isZipped() {
        return name.endsWith(ZIPPED);
    }
}
