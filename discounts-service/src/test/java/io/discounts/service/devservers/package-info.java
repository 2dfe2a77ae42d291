/** The real servers that tests and the development run work against, started on this machine without containers. */
@NullMarked
package io.discounts.service.devservers;

import org.jspecify.annotations.NullMarked;
