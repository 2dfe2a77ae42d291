package io.discounts.service.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Gives every request an id, the client's own where it is acceptable, and every answer and log line that id. */
final class RequestIdFilter extends OncePerRequestFilter {
    /** The name ECS has for it. */
    static final String LOG_KEY = "http.request.id";

    private final RequestIds ids;

    RequestIdFilter(RequestIds ids) {
        this.ids = ids;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = idOf(request);
        id.attachTo(request);
        response.setHeader(RequestId.HEADER, id.value());
        MDC.put(LOG_KEY, id.value());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOG_KEY);
        }
    }

    private RequestId idOf(HttpServletRequest request) {
        return RequestId.of(request)
                .or(() -> RequestId.sent(request.getHeader(RequestId.HEADER)))
                .orElseGet(ids::next);
    }

    /** What the server refuses before any filter gets here by its error dispatch alone. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
