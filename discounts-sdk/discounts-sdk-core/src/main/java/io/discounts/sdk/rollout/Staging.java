package io.discounts.sdk.rollout;

import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a flag says of an operation, in words: {@code SHADOW}; {@code VERIFY 10%}; {@code REMOTE 2.5% of stores}. With a
 * percentage so many are at the stage, and the rest at the one below. It is one flag, so that no half of it can be
 * changed without the other.
 *
 * @param share how much of 100 % is at the stage, in thousandths of a percent
 * @param by customers unless said otherwise
 */
public record Staging(Stage stage, int share, RolloutBy by) {
    /** Everything, in thousandths of a percent. */
    public static final int ALL = 100_000;

    private static final Pattern WORDS =
            Pattern.compile("([A-Z_]+)(?: +(\\d{1,3}(?:\\.\\d{1,3})?) *%(?: +OF +([A-Z]+))?)?");

    public Staging {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(by, "by");
        if (share < 0 || share > ALL) {
            throw new IllegalArgumentException("share must be from 0 to 100 %");
        }
    }

    /** All at one stage. */
    public static Staging all(Stage stage) {
        return new Staging(stage, ALL, RolloutBy.CUSTOMER);
    }

    /** What the words say, in whatever case; empty if they say nothing. */
    public static Optional<Staging> parse(String words) {
        var matcher = WORDS.matcher(words.strip().toUpperCase(Locale.ROOT));
        return matcher.matches() ? read(matcher) : Optional.empty();
    }

    /** Where a call with the key goes. */
    Route route(RouteKey key, StickyBucket bucket) {
        if (share == ALL) {
            return new Route(stage, Reason.STAGE);
        }
        var value = by.of(key);
        return value != null && bucket.of(value) < share
                ? new Route(stage, Reason.STAGE)
                : new Route(stage.below(), Reason.NOT_IN_ROLLOUT);
    }

    private static Optional<Staging> read(Matcher matcher) {
        var stage = Arrays.stream(Stage.values())
                .filter(each -> each.name().equals(matcher.group(1)))
                .findAny();
        var by = matcher.group(3) == null ? Optional.of(RolloutBy.CUSTOMER) : by(matcher.group(3));
        var share = matcher.group(2) == null ? ALL : thousandths(matcher.group(2));
        return share > ALL ? Optional.empty() : stage.flatMap(at -> by.map(what -> new Staging(at, share, what)));
    }

    private static Optional<RolloutBy> by(String plural) {
        return Arrays.stream(RolloutBy.values())
                .filter(each -> each.plural().equalsIgnoreCase(plural))
                .findAny();
    }

    private static int thousandths(String percent) {
        return new BigDecimal(percent).movePointRight(3).intValueExact();
    }

    /** The words that say it. */
    @Override
    public String toString() {
        return share == ALL
                ? stage.name()
                : "%s %s%% of %s".formatted(stage, percent().toPlainString(), by.plural());
    }

    /** The share in percent. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(share, 3).stripTrailingZeros();
    }
}
