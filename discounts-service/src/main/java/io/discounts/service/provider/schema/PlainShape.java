package io.discounts.service.provider.schema;

import tools.jackson.core.JsonParser;

/**
 * What JSON looks like that the schema beside it is known to let pass, without a tree and a general validator. It
 * says yes to nothing that the schema refuses, and no wherever it would have to think; whoever
 * hears no asks the schema. Safe for use by any thread.
 */
@FunctionalInterface
public interface PlainShape {
    /**
     * Whether a value looks like this. Stands on the value's first token and, if it does, leaves on its last.
     *
     * @throws tools.jackson.core.JacksonException if it is no JSON
     */
    boolean fits(JsonParser json);
}
