package io.discounts.sdk.testkit;

import java.io.IOException;

/** What happens to one request. Those there are stand in {@link Behaviours}; a test may write its own. */
public interface Behaviour extends Script {
    /** Does it; whatever it throws closes the connection. */
    void play(Exchange exchange) throws IOException;

    /** What whoever connects meets while this is the behaviour. */
    default Door door() {
        return Door.OPEN;
    }

    @Override
    default Behaviour at(Turn turn) {
        return this;
    }
}
