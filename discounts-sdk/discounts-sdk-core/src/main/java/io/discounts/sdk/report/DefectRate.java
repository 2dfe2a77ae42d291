package io.discounts.sdk.report;

/**
 * How many calls are defective.
 *
 * @param observed share of the comparisons that were bad, 0 without comparisons
 * @param upperBound with 95 % confidence the true share is not above it; 1 without comparisons
 */
public record DefectRate(double observed, double upperBound) {
    private static final double CONFIDENCE = 0.95;

    /** The rate of so many bad ones among the comparisons. */
    public static DefectRate of(long bad, long comparisons) {
        var observed = comparisons == 0 ? 0 : (double) bad / comparisons;
        return new DefectRate(observed, ClopperPearson.upperBound(bad, comparisons, CONFIDENCE));
    }

    /** How many comparisons without any further bad one bring the upper bound down to what is allowed. */
    static long comparisonsFor(long bad, double allowed) {
        var enough = 1L;
        while (ClopperPearson.upperBound(bad, bad + enough, CONFIDENCE) > allowed) {
            enough *= 2;
        }
        var tooFew = enough / 2;
        while (enough - tooFew > 1) {
            var between = (enough + tooFew) / 2;
            var allows = ClopperPearson.upperBound(bad, bad + between, CONFIDENCE) <= allowed;
            enough = allows ? between : enough;
            tooFew = allows ? tooFew : between;
        }
        return bad + enough;
    }
}
