@NullMarked
package io.discounts.service.redis;

import org.jspecify.annotations.NullMarked;
