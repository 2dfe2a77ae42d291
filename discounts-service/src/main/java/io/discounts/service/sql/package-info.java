/** Statements of many rows, for modules that write by the thousand. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.discounts.service.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
