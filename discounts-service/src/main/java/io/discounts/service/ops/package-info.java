/** What operators see and do, over HTTP: it looks into every other module and none looks into it. */
@ApplicationModule(
        allowedDependencies = {
            "discount",
            "discount :: json",
            "provider",
            "catalog",
            "ingestion",
            "replay",
            "eligibility",
            "redemption",
            "redemption :: reconciliation",
            "outbox",
            "edge"
        })
@NullMarked
package io.discounts.service.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
