package io.discounts.service.ingestion;

/**
 * What became of records of the event log.
 *
 * @param applied they changed the catalog
 * @param outdated the catalog had the same or a newer version
 * @param rejected they cannot be applied and are kept as dead letters
 * @param outside their events are not of the time asked for
 */
public record LoggedCounts(long applied, long outdated, long rejected, long outside) {
    public static final LoggedCounts NONE = new LoggedCounts(0, 0, 0, 0);

    public LoggedCounts plus(LoggedCounts other) {
        return new LoggedCounts(
                applied + other.applied, outdated + other.outdated, rejected + other.rejected, outside + other.outside);
    }

    public long records() {
        return applied + outdated + rejected + outside;
    }
}
