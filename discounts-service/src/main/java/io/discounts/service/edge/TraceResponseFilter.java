package io.discounts.service.edge;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Tells the caller which trace and span its request became, in the W3C {@code traceresponse} header. */
final class TraceResponseFilter extends OncePerRequestFilter {
    static final String HEADER = "traceresponse";

    private final Tracer tracer;

    TraceResponseFilter(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = tracer.currentTraceContext().context();
        if (context != null) {
            response.setHeader(HEADER, format(context));
        }
        chain.doFilter(request, response);
    }

    private static String format(TraceContext context) {
        var flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
