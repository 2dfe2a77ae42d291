/** Store facts, as the marketplace's own store service tells them. */
@NullMarked
package io.discounts.service.provider.stores;

import org.jspecify.annotations.NullMarked;
