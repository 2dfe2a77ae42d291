@NullMarked
package io.discounts.service.aws;

import org.jspecify.annotations.NullMarked;
