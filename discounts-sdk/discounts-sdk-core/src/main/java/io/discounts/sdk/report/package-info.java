/** What has been learnt, and whether it allows the next stage. */
@NullMarked
package io.discounts.sdk.report;

import org.jspecify.annotations.NullMarked;
