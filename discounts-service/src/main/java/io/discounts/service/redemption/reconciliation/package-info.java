/** Whether budgets, holds and uses agree: looked at from time to time by one instance, and by a command. It only reads. */
@NamedInterface("reconciliation")
@NullMarked
package io.discounts.service.redemption.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
