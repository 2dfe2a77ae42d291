@NullMarked
package io.discounts.service.eligibility;

import org.jspecify.annotations.NullMarked;
