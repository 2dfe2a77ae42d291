/**
 * The service's own model of discounts and stores, spoken by every module and free of frameworks. Values cannot be
 * invalid: constructors throw {@link java.lang.IllegalArgumentException} with a message fit for a provider's eyes.
 * All types are immutable and safe for use by any thread.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.discounts.service.discount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
