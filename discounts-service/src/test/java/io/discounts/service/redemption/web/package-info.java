@NullMarked
package io.discounts.service.redemption.web;

import org.jspecify.annotations.NullMarked;
