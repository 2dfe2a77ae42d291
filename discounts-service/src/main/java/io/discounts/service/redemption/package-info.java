/** What is left of limited discounts, and who holds them. */
@ApplicationModule(allowedDependencies = {"discount"})
@NullMarked
package io.discounts.service.redemption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
