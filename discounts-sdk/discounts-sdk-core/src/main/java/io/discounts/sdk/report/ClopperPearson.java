package io.discounts.sdk.report;

/**
 * The exact upper confidence bound of a share (C. J. Clopper, E. S. Pearson, The use of confidence or fiducial limits illustrated
 * in the case of the binomial, Biometrika 26, 1934): the share at which so few bad ones among n, or fewer, would be seen with
 * the remaining probability only. One-sided: all of that probability is on the upper side.
 */
final class ClopperPearson {
    private static final int HALVINGS = 60;

    private ClopperPearson() {}

    /**
     * The bound, 1 if nothing or only bad ones were seen.
     *
     * @param bad from 0 to n
     * @param confidence between 0 and 1
     */
    static double upperBound(long bad, long n, double confidence) {
        if (bad >= n) {
            return 1;
        }
        var low = (double) bad / n;
        var high = 1.0;
        for (var i = 0; i < HALVINGS; i++) {
            var share = (low + high) / 2;
            // P(at most bad ones | share) = 1 - I(share; bad + 1, n - bad)
            if (IncompleteBeta.regularised(share, bad + 1.0, (double) n - bad) < confidence) {
                low = share;
            } else {
                high = share;
            }
        }
        return high;
    }
}
