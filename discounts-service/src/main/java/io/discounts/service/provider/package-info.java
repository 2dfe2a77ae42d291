/**
 * The anti-corruption layer: what providers say, translated into the service's own model. One sub-package for each
 * format; a provider that speaks a known one needs configuration only.
 */
@ApplicationModule(allowedDependencies = {"discount", "discount :: json"})
@NullMarked
package io.discounts.service.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
