@NullMarked
package io.discounts.service.sql;

import org.jspecify.annotations.NullMarked;
