/**
 * The HTTP edge: who may call, what is refused and how a refusal looks, the size of what is read, request ids and
 * traces. It knows no discount; modules that serve HTTP build on its public types.
 */
@NullMarked
package io.discounts.service.edge;

import org.jspecify.annotations.NullMarked;
