/** The client as a bean of a Spring Boot host, from the properties under {@code discounts.client}. */
@NullMarked
package io.discounts.sdk.spring;

import org.jspecify.annotations.NullMarked;
