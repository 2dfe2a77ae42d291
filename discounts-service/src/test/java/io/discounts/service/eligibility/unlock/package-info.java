@NullMarked
package io.discounts.service.eligibility.unlock;

import org.jspecify.annotations.NullMarked;
