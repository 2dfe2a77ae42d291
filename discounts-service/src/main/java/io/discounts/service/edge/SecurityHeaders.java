package io.discounts.service.edge;

import jakarta.servlet.http.HttpServletResponse;

import java.util.Map;

/** What every answer of the API says to browsers, should one ever get to see it: nothing to keep, to guess at or to load. */
final class SecurityHeaders {
    static final Map<String, String> ALL = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private SecurityHeaders() {}

    static void write(HttpServletResponse response) {
        ALL.forEach(response::setHeader);
    }
}
