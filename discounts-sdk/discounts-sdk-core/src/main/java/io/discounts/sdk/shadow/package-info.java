/** The other side of a call, behind the caller: mirrored, compared, explained. */
@NullMarked
package io.discounts.sdk.shadow;

import org.jspecify.annotations.NullMarked;
