/**
 * Clients of Amazon Web Services, made once for everyone. Other modules get them injected as the SDK's own types, so
 * nobody depends on a type of this one.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.discounts.service.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
