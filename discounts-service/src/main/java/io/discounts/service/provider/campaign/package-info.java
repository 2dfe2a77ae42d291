/**
 * Marketing's campaigns: a reward with a budget, for an audience or the holders of a voucher, in one market. One event is
 * about one campaign in one market, which is one discount; its change number is our version. See
 * docs/providers/marketing-campaigns.md.
 */
@NullMarked
package io.discounts.service.provider.campaign;

import org.jspecify.annotations.NullMarked;
