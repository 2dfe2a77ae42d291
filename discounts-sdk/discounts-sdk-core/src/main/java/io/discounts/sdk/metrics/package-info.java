/** What can be seen of the client from outside: Micrometer's meters and observations. Needs Micrometer on the class path. */
@NullMarked
package io.discounts.sdk.metrics;

import org.jspecify.annotations.NullMarked;
