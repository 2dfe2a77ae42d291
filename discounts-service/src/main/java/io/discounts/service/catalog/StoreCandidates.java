package io.discounts.service.catalog;

import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One store's sheets, whose discounts all name the store or hold everywhere, whatever they except. The same sheet object serves every store of an answer that it applies to.
 *
 * @param facts absent for a store the service does not know, which has no sheets
 */
public record StoreCandidates(StoreId storeId, @Nullable StoreFacts facts, List<Sheet> sheets) {}
