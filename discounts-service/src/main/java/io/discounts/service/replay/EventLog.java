package io.discounts.service.replay;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;

/**
 * Records as they were put on the streams, archived in segments of newline-delimited JSON by stream and day, in the layout
 * of <a href="https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html">Amazon Data Firehose</a>:
 * {@code <location>/<stream>/<yyyy>/<MM>/<dd>/<file>.ndjson.gz}. Safe for use by any thread.
 */
interface EventLog {
    /** The segments of a stream that arrived on one of these days, by name; none where there is no such folder. */
    List<Segment> segments(String stream, LocalDate first, LocalDate last) throws IOException;

    /** The segment's bytes as they are kept, from its beginning. */
    InputStream open(Segment segment) throws IOException;
}
