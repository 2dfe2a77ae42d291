@NullMarked
package io.discounts.service.replay;

import org.jspecify.annotations.NullMarked;
