/** Gathers what a report tells, beside the calls: within fixed bounds, without locks. */
@NullMarked
package io.discounts.sdk.internal.evidence;

import org.jspecify.annotations.NullMarked;
