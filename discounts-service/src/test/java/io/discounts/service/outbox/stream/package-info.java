@NullMarked
package io.discounts.service.outbox.stream;

import org.jspecify.annotations.NullMarked;
