/** A report as a page to look at. */
@NullMarked
package io.discounts.sdk.internal.page;

import org.jspecify.annotations.NullMarked;
