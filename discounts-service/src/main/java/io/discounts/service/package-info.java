@NullMarked
package io.discounts.service;

import org.jspecify.annotations.NullMarked;
