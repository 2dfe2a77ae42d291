package io.discounts.service.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Reads no body beyond a limit: refused at once where its length is announced, else as soon as it is passed. */
final class BodyLimitFilter extends OncePerRequestFilter {
    private final long maxBytes;
    private final ProblemWriter problems;

    BodyLimitFilter(long maxBytes, ProblemWriter problems) {
        this.maxBytes = maxBytes;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > maxBytes) {
            problems.write(tooLarge(maxBytes), request, response);
            return;
        }
        chain.doFilter(new BoundedRequest(request, maxBytes), response);
    }

    static Problem tooLarge(long maxBytes) {
        return Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "A request body has at most " + maxBytes + " bytes.");
    }
}
