@NullMarked
package io.discounts.service.catalog;

import org.jspecify.annotations.NullMarked;
