package io.discounts.sdk.report;

/**
 * The regularised incomplete beta function, by its continued fraction (NIST Digital Library of Mathematical Functions, 8.17.22)
 * in Lentz's way (W. H. Press et al., Numerical Recipes, 3rd edition, sections 5.2 and 6.4).
 */
final class IncompleteBeta {
    private static final double TINY = 1e-300;
    private static final double PRECISE = 1e-14;
    /** It converges in some √max(a, b) steps. */
    private static final int MOST_STEPS = 100_000;

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private IncompleteBeta() {}

    /** I(x; a, b) for x between 0 and 1, both exclusive, and positive a and b. */
    static double regularised(double x, double a, double b) {
        // Fast only on this side of the mean.
        return x < (a + 1) / (a + b + 2) ? head(x, a, b) : 1 - head(1 - x, b, a);
    }

    private static double head(double x, double a, double b) {
        var logFactor = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
        return Math.exp(logFactor) / a * fraction(x, a, b);
    }

    private static double fraction(double x, double a, double b) {
        var c = 1.0;
        var d = 1 / away(1 - (a + b) * x / (a + 1));
        var product = d;
        for (var m = 1; m <= MOST_STEPS; m++) {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            product *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            product *= d * c;
            if (Math.abs(d * c - 1) < PRECISE) {
                break;
            }
        }
        return product;
    }

    /** Not zero, for it is divided by. */
    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Stirling's series (DLMF 5.11.1) from 15 on, where four terms are exact to the last digits; below by recurrence. */
    static double logGamma(double z) {
        var shift = 0.0;
        var x = z;
        while (x < 15) {
            shift += Math.log(x);
            x++;
        }
        var square = 1 / (x * x);
        var series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680)))) / x;
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series - shift;
    }
}
