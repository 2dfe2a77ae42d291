/**
 * What discounts there are and which stores they cover. MySQL holds the truth; reads are answered from Caffeine, then
 * Redis, then MySQL; changes travel the other way as invalidations through the outbox.
 */
@ApplicationModule(allowedDependencies = {"discount", "discount :: json", "outbox", "sql"})
@NullMarked
package io.discounts.service.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
