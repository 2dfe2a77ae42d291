@NullMarked
package io.discounts.service.redemption;

import org.jspecify.annotations.NullMarked;
