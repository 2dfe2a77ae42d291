/** What the service has to hear of: promotions and stores as events, published as a provider does it. */
@NullMarked
package io.discounts.sample.news;

import org.jspecify.annotations.NullMarked;
