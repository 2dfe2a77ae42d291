package io.discounts.service.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Turns requests away before anything is done for them when there are more than can be answered in good time. What is for
 * operators and orchestrators always gets through.
 */
final class LoadControlFilter extends OncePerRequestFilter {
    private static final Problem OVERLOADED =
            Problem.of(ProblemType.SERVICE_UNAVAILABLE, "More is asked than can be answered in good time.");
    private static final Problem TOO_LATE =
            Problem.of(ProblemType.SERVICE_UNAVAILABLE, "The answer would come after the caller has gone.");
    private static final Problem NO_PATIENCE = Problem.of(
            ProblemType.INVALID_REQUEST, CallerPatience.HEADER + " must be whole milliseconds from 1 to 9999999.");

    private final List<GatedPaths> gated;
    private final ProblemWriter problems;
    private final RenderedProblem overloaded;
    private final RenderedProblem tooLate;
    private final RandomGenerator random;

    /** @param random for the spans of what is refused */
    LoadControlFilter(List<GatedPaths> gated, ProblemWriter problems, RandomGenerator random) {
        this.gated = List.copyOf(gated);
        this.problems = problems;
        this.overloaded = problems.rendered(OVERLOADED);
        this.tooLate = problems.rendered(TOO_LATE);
        this.random = random;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var gate = gateOf(request);
        if (gate == null) {
            chain.doFilter(request, response);
            return;
        }
        var patience = CallerPatience.of(request.getHeader(CallerPatience.HEADER));
        if (patience == null) {
            tellUnrecorded(request, response);
            problems.write(NO_PATIENCE, request, response);
            return;
        }
        var waited = ProcessorWait.current();
        var left = CallerPatience.after(patience, waited);
        CallerPatience.begin(request, left);
        switch (gate.admit(request, left, waited)) {
            case Admission.Admitted admitted -> answer(admitted, request, response, chain);
            case Admission.Refused refused -> refuse(refused, request, response);
        }
    }

    private @Nullable GatedPaths gateOf(HttpServletRequest request) {
        for (var some : gated) {
            if (some.contains(request)) {
                return some;
            }
        }
        return null;
    }

    private static void answer(
            Admission.Admitted admitted, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wasWork = false;
        try {
            chain.doFilter(request, response);
            wasWork = wasWork(response.getStatus());
        } finally {
            if (wasWork) {
                admitted.answered();
            } else {
                admitted.failed();
            }
        }
    }

    /** What was refused at once would make the service look faster than it is, and an outage slower. */
    private static boolean wasWork(int status) {
        return status < HttpServletResponse.SC_BAD_REQUEST || status == HttpServletResponse.SC_CONFLICT;
    }

    private void refuse(Admission.Refused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        tellUnrecorded(request, response);
        response.setHeader(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS);
        problems.write(
                switch (refused) {
                    case SHED -> overloaded;
                    case LATE -> tooLate;
                },
                KeepingProtocol.TURNED_AWAY,
                request,
                response);
    }

    /** Nothing further in has seen the request: it is in no trace and in no meter but the gate's. */
    private void tellUnrecorded(HttpServletRequest request, HttpServletResponse response) {
        TraceParent.tellUnrecorded(TraceParent.of(request), response, random);
    }
}
