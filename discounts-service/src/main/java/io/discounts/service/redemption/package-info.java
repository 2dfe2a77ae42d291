/**
 * Holds that checkouts take on discounts, what is left of limited discounts, and who holds them. MySQL decides; what others
 * need to know of it is kept in memory ({@link io.discounts.service.redemption.Availability}).
 */
@ApplicationModule(allowedDependencies = {"catalog", "discount", "edge", "outbox"})
@NullMarked
package io.discounts.service.redemption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
