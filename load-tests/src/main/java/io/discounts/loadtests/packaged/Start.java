package io.discounts.loadtests.packaged;

import java.time.Duration;

/**
 * A service's start.
 *
 * @param ready from the start of its process until it says that it takes requests
 * @param cpu that its process had used by then
 * @param firstSearch until the first request was answered, refusals before it included
 * @param firstHundred until a hundred were, one after the other, the first among them
 * @param refused how many of them were refused for what could not be loaded in time
 */
record Start(Duration ready, Duration cpu, Duration firstSearch, Duration firstHundred, int refused) {}
