/** The service on a developer's machine, with all it needs and something to look at. */
@NullMarked
package io.discounts.service.devrun;

import org.jspecify.annotations.NullMarked;
