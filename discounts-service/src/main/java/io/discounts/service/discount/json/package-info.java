/** The model's JSON: the canonical form in and out, and the form customers' clients read. */
@NamedInterface("json")
@NullMarked
package io.discounts.service.discount.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
