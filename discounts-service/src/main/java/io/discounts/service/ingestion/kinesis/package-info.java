/**
 * Kinesis to {@code EventIngestion}: one Scheduler of the KCL reads all providers' streams, and each shard's checkpoint
 * stays behind what has been applied. The KCL drops a batch whose processing throws, so nothing escapes from here.
 */
@NullMarked
package io.discounts.service.ingestion.kinesis;

import org.jspecify.annotations.NullMarked;
