/**
 * Subscription benefits as the membership system tells them: by market, plan and city, each with up to three perks. Every
 * event says something of all three, so that no order of arrival leaves a dropped perk alive; the benefit's sequence is the
 * version of each. See docs/providers/prime-benefits.md.
 */
@NullMarked
package io.discounts.service.provider.prime;

import org.jspecify.annotations.NullMarked;
