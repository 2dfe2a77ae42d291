@NullMarked
package io.discounts.service.eligibility.web;

import org.jspecify.annotations.NullMarked;
