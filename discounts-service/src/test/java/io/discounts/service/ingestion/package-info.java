@NullMarked
package io.discounts.service.ingestion;

import org.jspecify.annotations.NullMarked;
