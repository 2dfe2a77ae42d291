/**
 * Bytes in, changes of the catalog out: envelope, translation, one transaction for each batch, watermarks, and
 * dead letters with the queues behind them. How records reach it is the affair of {@code kinesis}.
 */
@ApplicationModule(allowedDependencies = {"discount", "provider", "catalog"})
@NullMarked
package io.discounts.service.ingestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
