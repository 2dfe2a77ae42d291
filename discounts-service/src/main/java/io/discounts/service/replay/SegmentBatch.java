package io.discounts.service.replay;

import io.discounts.service.ingestion.LoggedBatch;
import io.discounts.service.ingestion.StreamRecord;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Consecutive lines of a segment.
 *
 * @param numbers of the records' lines, which need not be consecutive: empty lines are none
 * @param from how many lines come before
 * @param until how many come before or are in it
 * @param position how many of the segment's bytes have been read by its end
 */
record SegmentBatch(List<StreamRecord> records, List<Long> numbers, long from, long until, long position) {
    private static final int MAX_NAME = 96;
    private static final int DAY_PARTS = 3;

    /** The next lines; no record at the end of the segment. */
    static SegmentBatch read(Segment segment, SegmentLines lines, int most) throws IOException {
        var from = lines.number();
        var records = new ArrayList<StreamRecord>(most);
        var numbers = new ArrayList<Long>(most);
        var arrivedAt = arrivedAt(segment);
        while (records.size() < most) {
            var line = lines.next();
            if (line == null) {
                break;
            }
            if (!isBlank(line)) {
                records.add(new StreamRecord(place(segment, lines.number(), line), 0, arrivedAt, line));
                numbers.add(lines.number());
            }
        }
        return new SegmentBatch(records, numbers, from, lines.number(), lines.position());
    }

    LoggedBatch of(Segment segment, ReplayOrder order) {
        return new LoggedBatch(segment.stream(), records, order.from(), order.until());
    }

    /** How many lines are dealt with once so many of the records are. */
    long linesOf(long dealtWith) {
        if (dealtWith == 0) {
            return from;
        }
        return dealtWith == records.size() ? until : numbers.get((int) dealtWith - 1);
    }

    private static boolean isBlank(byte[] line) {
        for (var each : line) {
            if (each != ' ' && each != '\t') {
                return false;
            }
        }
        return true;
    }

    /**
     * Where a record stands in the log, the same whoever replays it from wherever: below the stream's folder, and with a
     * checksum, so that what stands at the same place of another log is another record.
     */
    private static String place(Segment segment, long line, byte[] bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes);
        var name = ascii(segment.name().substring(segment.stream().length() + 1));
        var shown = name.length() <= MAX_NAME ? name : name.substring(name.length() - MAX_NAME);
        return shown + ":" + line + "#" + Long.toHexString(checksum.getValue());
    }

    private static String ascii(String name) {
        return new String(name.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }

    private static Instant arrivedAt(Segment segment) {
        var parts = segment.name().substring(segment.stream().length() + 1).split("/", DAY_PARTS + 1);
        return Days.day(String.join("/", List.of(parts).subList(0, DAY_PARTS)))
                .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                .orElse(LocalDate.EPOCH.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
