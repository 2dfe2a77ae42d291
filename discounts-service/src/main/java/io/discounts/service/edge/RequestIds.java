package io.discounts.service.edge;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes ids for the requests that come without one: 128 random bits in hex. As thread-safe as its source. */
final class RequestIds {
    private final RandomGenerator random;

    RequestIds(RandomGenerator random) {
        this.random = random;
    }

    RequestId next() {
        var hex = HexFormat.of();
        return new RequestId(hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()));
    }
}
