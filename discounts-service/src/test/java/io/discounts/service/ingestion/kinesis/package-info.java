@NullMarked
package io.discounts.service.ingestion.kinesis;

import org.jspecify.annotations.NullMarked;
