package io.discounts.loadtests.harness;

import java.math.BigInteger;
import java.util.Comparator;

/** How far a shard has been read, as the lease table has it. */
public record Checkpoint(BigInteger position) implements Comparable<Checkpoint> {
    private static final Comparator<Checkpoint> ORDER = Comparator.comparing(Checkpoint::position);
    static final Checkpoint BEGINNING = new Checkpoint(BigInteger.ZERO);
    private static final Checkpoint END = new Checkpoint(BigInteger.TWO.pow(1024));

    static Checkpoint of(String written) {
        return switch (written) {
            case "TRIM_HORIZON" -> BEGINNING;
            case "SHARD_END" -> END;
            default -> new Checkpoint(new BigInteger(written));
        };
    }

    /** Whether the record with this sequence number lies at the checkpoint or before it. */
    public boolean covers(String sequenceNumber) {
        return position.compareTo(new BigInteger(sequenceNumber)) >= 0;
    }

    @Override
    public int compareTo(Checkpoint other) {
        return ORDER.compare(this, other);
    }
}
