package io.discounts.loadtests.data;

import java.io.IOException;

/** How a provider's statements are told as events. Safe for use by any thread. */
interface EventFormat {
    void write(Statement statement, EventLines lines) throws IOException;
}
