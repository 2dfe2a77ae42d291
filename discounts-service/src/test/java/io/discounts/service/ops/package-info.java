@NullMarked
package io.discounts.service.ops;

import org.jspecify.annotations.NullMarked;
