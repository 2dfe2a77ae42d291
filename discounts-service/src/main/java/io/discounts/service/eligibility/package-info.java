/**
 * Which discounts a customer may have: rules become verdicts, verdicts become answers. Deciding is pure, without Spring and
 * without I/O; {@code web} speaks HTTP.
 */
@ApplicationModule(allowedDependencies = {"catalog", "discount", "discount :: json", "edge", "redemption"})
@NullMarked
package io.discounts.service.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
