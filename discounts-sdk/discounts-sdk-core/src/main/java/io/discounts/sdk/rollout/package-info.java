/** Which stage a call is at: flags, percentages, the kill switch, and the guard that steps down by itself. */
@NullMarked
package io.discounts.sdk.rollout;

import org.jspecify.annotations.NullMarked;
