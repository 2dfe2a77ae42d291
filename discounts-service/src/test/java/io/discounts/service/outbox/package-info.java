@NullMarked
package io.discounts.service.outbox;

import org.jspecify.annotations.NullMarked;
