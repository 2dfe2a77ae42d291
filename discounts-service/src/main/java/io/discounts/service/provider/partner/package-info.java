/**
 * Partners' promotions in the partner platform's own words: decimal amounts, local times, status words. One event is about
 * one promotion in one country, which is one discount; its revision is our version. See docs/providers/partner-promotions.md.
 */
@NullMarked
package io.discounts.service.provider.partner;

import org.jspecify.annotations.NullMarked;
