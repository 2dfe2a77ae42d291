package io.discounts.service.edge;

import jakarta.servlet.http.HttpServletRequest;

import java.time.Duration;
import java.util.Map;

/**
 * A gate and what lies behind it.
 *
 * @param prefix of the paths behind it
 * @param usual what requests matter that do not say it, by the end of their path
 * @param otherwise what all others matter
 */
record GatedPaths(String prefix, Gate gate, LoadMetrics metrics, Map<String, Priority> usual, Priority otherwise) {
    GatedPaths {
        usual = Map.copyOf(usual);
    }

    /** By the path as the server has decoded it, so that no spelling goes round the gate. */
    boolean contains(HttpServletRequest request) {
        return request.getServletPath().startsWith(prefix);
    }

    /** @param waited for a processor */
    Admission admit(HttpServletRequest request, Duration patience, Duration waited) {
        var unsaid = usual.getOrDefault(request.getServletPath().substring(prefix.length()), otherwise);
        var priority = Priority.named(request.getHeader(Priority.HEADER), unsaid);
        var admission = gate.admit(priority, patience, waited);
        metrics.count(priority, admission);
        return admission;
    }
}
