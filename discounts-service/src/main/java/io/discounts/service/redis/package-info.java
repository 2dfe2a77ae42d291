/**
 * Redisson, made once for everyone who takes locks; caches speak to Redis through a link of their own. Other modules get it
 * injected as Redisson's own type, so nobody depends on a type of this one.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.discounts.service.redis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
