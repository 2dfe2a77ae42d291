@NullMarked
package io.discounts.service.redemption.reconciliation;

import org.jspecify.annotations.NullMarked;
