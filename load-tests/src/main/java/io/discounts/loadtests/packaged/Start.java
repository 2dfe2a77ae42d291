package io.discounts.loadtests.packaged;

import java.time.Duration;

/**
 * A service's start.
 *
 * @param ready from the start of its process until it says that it takes requests
 * @param cpu that its process had used by then
 * @param firstSearch how long the first request took
 * @param firstHundred how long the first hundred took, one after the other, the first among them
 */
record Start(Duration ready, Duration cpu, Duration firstSearch, Duration firstHundred) {}
