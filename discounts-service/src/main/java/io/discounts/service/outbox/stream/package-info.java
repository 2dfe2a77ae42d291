/** From the outbox to the stream {@code discounts-events}: one instance carries, at least once, in order for each subject. */
@NullMarked
package io.discounts.service.outbox.stream;

import org.jspecify.annotations.NullMarked;
