package io.discounts.sample.search;

import io.discounts.sample.promotion.Promotion;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Every place at which the search can be wrong on purpose; without any defect it is right. */
@ConfigurationProperties("sample")
public record Defects(@DefaultValue Set<Defect> defects) {
    public static final Defects NONE = new Defects(Set.of());

    /** Which store the search has never heard of with {@link Defect#MISSING_STORE}. */
    public static final String MISSING = "ad-4";

    private static final long WHOLE = 10_000;
    private static final Duration OVERDUE = Duration.ofDays(1);

    public Defects {
        defects = Set.copyOf(defects);
    }

    /** So many hundredths of a percent of an amount, rounded half up. */
    long part(long amount, int basisPoints) {
        var exact = Math.multiplyExact(amount, (long) basisPoints);
        return (defects.contains(Defect.ROUNDING) ? exact : Math.addExact(exact, WHOLE / 2)) / WHOLE;
    }

    boolean knows(String storeId) {
        return !defects.contains(Defect.MISSING_STORE) || !storeId.equals(MISSING);
    }

    boolean counts(Promotion promotion, Instant at) {
        return promotion.isValidAt(at)
                || (defects.contains(Defect.EXPIRED_SHOWN) && promotion.isValidAt(at.minus(OVERDUE)));
    }
}
