/** What stands between a call and the service: each step decorates the next. */
@NullMarked
package io.discounts.sdk.internal.resilience;

import org.jspecify.annotations.NullMarked;
