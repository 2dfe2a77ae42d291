package io.discounts.loadtests.reads;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who asks, how much it matters, and what share of all requests is theirs. */
enum Asking {
    CHECKOUT("/v1/discounts/evaluate", 0.10),
    BROWSE("/v1/discounts/search", 0.60),
    SHADOW("/v1/discounts/search", 0.30);

    /** The service's header, with {@link #key} in it. */
    static final String PRIORITY = "X-Discounts-Priority";

    private final String path;
    private final double share;

    Asking(String path, double share) {
        this.path = path;
        this.share = share;
    }

    String path() {
        return path;
    }

    double share() {
        return share;
    }

    /** How many requests one of them comes to. */
    int requestsEach() {
        return this == CHECKOUT ? CheckoutStep.EACH : 1;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What each body comes to on the wire. */
    List<byte[]> requests(URI server, List<String> bodies) {
        return bodies.stream().map(body -> request(server, body)).toList();
    }

    byte[] request(URI server, String body) {
        return LightClient.post(server.resolve(path), body, Map.of(PRIORITY, key()));
    }

    /** What a request is called in the statistics. */
    String during(Phase phase) {
        return key() + " " + phase.name();
    }
}
