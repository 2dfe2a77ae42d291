package io.discounts.sdk.internal.page;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Source;
import io.discounts.sdk.report.Obstacle;
import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What things are called on the page. */
final class Words {
    private Words() {}

    static String plural(Operation operation) {
        return switch (operation) {
            case SEARCH -> "searches";
            case EVALUATE -> "evaluations";
            case HOLD -> "holds";
            case CONFIRM -> "confirmations";
            case RELEASE -> "releases";
            case CANCEL -> "cancellations";
        };
    }

    static String title(Operation operation) {
        var plural = plural(operation);
        return Character.toUpperCase(plural.charAt(0)) + plural.substring(1);
    }

    static String source(@Nullable Source source) {
        if (source == null) {
            return "nobody";
        }
        return switch (source) {
            case REMOTE -> "the service";
            case STALE -> "the service, stale";
            case LOCAL -> "the local search";
        };
    }

    /** A constant as words: {@code NOT_IN_ROLLOUT} is "not in rollout". */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String sentence(Obstacle obstacle) {
        if (obstacle instanceof Obstacle.TooFewComparisons few) {
            return Figures.count(few.comparisons(), "comparison", "comparisons") + ", and "
                    + Figures.count(few.needed()) + " are asked for.";
        }
        if (obstacle instanceof Obstacle.DefectsNotExcluded maybe) {
            return "Not proven yet: " + Figures.count(maybe.cleanComparisonsMissing())
                    + " more comparisons without a defect would prove it.";
        }
        if (obstacle instanceof Obstacle.TooManyDefects many) {
            return Figures.percent(many.observed()) + " were defective or undecided, and "
                    + Figures.percent(many.allowed()) + " is allowed.";
        }
        if (obstacle instanceof Obstacle.TooSlow slow) {
            return "One in a hundred takes the service longer than " + Figures.duration(slow.p99()) + ", and "
                    + Figures.duration(slow.allowed()) + " is allowed.";
        }
        var incomparable = (Obstacle.TooManyIncomparable) obstacle;
        return Figures.percent(incomparable.share()) + " could not be compared, and "
                + Figures.percent(incomparable.allowed()) + " is allowed.";
    }
}
