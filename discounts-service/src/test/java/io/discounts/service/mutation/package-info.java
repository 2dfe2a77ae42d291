/** Tests of the tests. */
@NullMarked
package io.discounts.service.mutation;

import org.jspecify.annotations.NullMarked;
