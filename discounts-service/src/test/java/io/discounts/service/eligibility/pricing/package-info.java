@NullMarked
package io.discounts.service.eligibility.pricing;

import org.jspecify.annotations.NullMarked;
