/**
 * A fake of the service on a real socket, with the faults that networks and services have. Start with
 * {@link io.discounts.sdk.testkit.FakeDiscountsService}.
 */
@NullMarked
package io.discounts.sdk.testkit;

import org.jspecify.annotations.NullMarked;
