@NullMarked
package io.discounts.service.edge;

import org.jspecify.annotations.NullMarked;
