/** CONTRIBUTING.md taken at its word. */
@NullMarked
package io.discounts.service.provider.guide;

import org.jspecify.annotations.NullMarked;
