/** Tests of the service as a whole, on real servers, and of its structure. */
@NullMarked
package io.discounts.service;

import org.jspecify.annotations.NullMarked;
