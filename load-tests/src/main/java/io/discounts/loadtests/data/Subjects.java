package io.discounts.loadtests.data;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A provider's things by their numbers. Each depends on seed and number alone, so any part can be drawn by itself; those
 * beyond the count are not in the data, and have names that tell so.
 *
 * @param count how many there are
 * @param begin of the time over which they are told, evenly
 */
record Subjects(Marketplace marketplace, Provider provider, long count, Instant begin, Duration span) {
    private static final int WITHDRAWN_PERCENT = 3;
    private static final int REVISED_PERCENT = 5;
    private static final int LATE_PERCENT = 20;
    private static final int MOST_VERSIONS = 6;

    /** The first that is not told before a moment. */
    long firstAt(Duration since) {
        return (since.toMillis() * count + span.toMillis() - 1) / span.toMillis();
    }

    /** Most were told once, as in an export; a few again soon after, and of those some in the wrong order. */
    Subject subject(long number) {
        var chance = Chance.of(marketplace.seed(), provider.name(), number);
        var market = marketplace.market(chance);
        var draft = new Draft(chance, market, nameOf(number), chance.between(2, MOST_VERSIONS), timeOf(number));
        if (!chance.percent(REVISED_PERCENT)) {
            var only = newest(draft);
            return new Subject(List.of(only), only);
        }
        var older = statement(older(draft), true);
        var newest = newest(draft);
        return new Subject(chance.percent(LATE_PERCENT) ? List.of(newest, older) : List.of(older, newest), newest);
    }

    private String nameOf(long number) {
        var name = provider.nameOf(number);
        return number < count ? name : Strays.PREFIX + name;
    }

    private Statement newest(Draft draft) {
        return statement(draft, !draft.chance().percent(WITHDRAWN_PERCENT));
    }

    private Statement statement(Draft draft, boolean published) {
        return new Statement(
                draft.country(),
                draft.name(),
                draft.time(),
                published ? provider.published(draft) : provider.withdrawn(draft));
    }

    private Draft older(Draft draft) {
        return new Draft(draft.chance(), draft.market(), draft.name(), draft.version() - 1, draft.time());
    }

    private Instant timeOf(long number) {
        return begin.plusMillis(number * span.toMillis() / count);
    }
}
