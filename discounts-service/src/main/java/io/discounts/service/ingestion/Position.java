package io.discounts.service.ingestion;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Where a record stands on its stream. */
record Position(String shardId, String sequenceNumber, long subSequenceNumber) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,128}");

    static Position of(String shardId, StreamRecord record) {
        return new Position(shardId, record.sequenceNumber(), record.subSequenceNumber());
    }

    /** Whether this is known to come before another: shards do not compare, nor do sequence numbers that are none. */
    boolean isBefore(Position other) {
        if (!shardId.equals(other.shardId)) {
            return false;
        }
        if (sequenceNumber.equals(other.sequenceNumber)) {
            return subSequenceNumber < other.subSequenceNumber;
        }
        return isNumber(sequenceNumber)
                && isNumber(other.sequenceNumber)
                && new BigInteger(sequenceNumber).compareTo(new BigInteger(other.sequenceNumber)) < 0;
    }

    private static boolean isNumber(String sequenceNumber) {
        return NUMBER.matcher(sequenceNumber).matches();
    }
}
