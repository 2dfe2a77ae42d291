/** What native formats have in common: their money, their clocks, and which of their offers compete. */
@NullMarked
package io.discounts.service.provider.terms;

import org.jspecify.annotations.NullMarked;
