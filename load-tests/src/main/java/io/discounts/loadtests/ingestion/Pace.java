package io.discounts.loadtests.ingestion;

/**
 * How a flow puts its events on their streams.
 *
 * @param ticks a second, at each of which it puts
 * @param each events that it puts then, at most 500: as many as a stream takes in one call
 */
record Pace(int ticks, int each) {
    private static final int STEADY = 20;
    private static final int MOST = 500;

    Pace {
        if (ticks < 1 || each < 1 || each > MOST) {
            throw new IllegalArgumentException("%d times a second %d events".formatted(ticks, each));
        }
    }

    /**
     * A few events 20 times a second, so that they come as if one by one.
     *
     * @param perSecond events; at least 20, and what is over a multiple of 20 is left out
     */
    static Pace steady(int perSecond) {
        return new Pace(STEADY, perSecond / STEADY);
    }

    /**
     * As many at once as a call takes, as a producer that buffers does.
     *
     * @param perSecond events; at least 500, and what is over a multiple of 500 is left out
     */
    static Pace inFullCalls(int perSecond) {
        return new Pace(perSecond / MOST, MOST);
    }
}
