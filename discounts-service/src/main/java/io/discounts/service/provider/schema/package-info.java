/** What every adapter needs to hold an event against its JSON Schema. */
@NullMarked
package io.discounts.service.provider.schema;

import org.jspecify.annotations.NullMarked;
