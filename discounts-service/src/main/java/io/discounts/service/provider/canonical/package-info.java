/** The canonical events of the contract, which any provider may speak. */
@NullMarked
package io.discounts.service.provider.canonical;

import org.jspecify.annotations.NullMarked;
