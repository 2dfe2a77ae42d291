package io.discounts.service.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Lets shortcuts answer what they can: for callers that Spring Security has let in lately, in traces that nobody records, with a
 * body of modest size in plain JSON. Everything else goes on as if there were no shortcut.
 */
final class ShortcutFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final int MOST_BYTES = 64 << 10;

    private final transient Map<String, Shortcut> shortcuts;
    private final transient KnownCallers callers;
    private final transient ShortcutMetrics metrics;
    private final transient ProblemWriter problems;
    private final transient RandomGenerator random;
    private final long mostBytes;

    /** @param maxBodyBytes beyond which no request is read, if that is less than is modest */
    ShortcutFilter(
            Collection<Shortcut> shortcuts,
            KnownCallers callers,
            ShortcutMetrics metrics,
            ProblemWriter problems,
            RandomGenerator random,
            long maxBodyBytes) {
        this.mostBytes = Math.min(MOST_BYTES, maxBodyBytes);
        this.shortcuts = shortcuts.stream().collect(Collectors.toUnmodifiableMap(Shortcut::path, Function.identity()));
        this.callers = callers;
        this.metrics = metrics;
        this.problems = problems;
        this.random = random;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var began = System.nanoTime();
        var shortcut = shortcuts.get(request.getRequestURI());
        if (shortcut == null || !isPlain(request) || !callers.surelyMay(request, Scope.READ)) {
            chain.doFilter(request, response);
            return;
        }
        var trace = TraceParent.of(request);
        if (trace != null && trace.isSampled()) {
            chain.doFilter(request, response);
            return;
        }
        var body = request.getInputStream().readNBytes(request.getContentLength());
        var answer = shortcut.answer(body, CallerPatience.left(request));
        if (answer.isEmpty()) {
            chain.doFilter(new RepeatedBody(request, body), response);
            return;
        }
        TraceParent.tellUnrecorded(trace, response, random);
        write(answer.get(), request, response);
        metrics.answered(shortcut.path(), answer.get(), System.nanoTime() - began);
    }

    /** Only what a client sends that does as the documentation says. */
    private boolean isPlain(HttpServletRequest request) {
        var length = request.getContentLength();
        return request.getMethod().equals("POST")
                && length > 0
                && length <= mostBytes
                && isJson(request.getContentType())
                && accepts(request.getHeader(HttpHeaders.ACCEPT))
                && request.getHeader(HttpHeaders.CONTENT_ENCODING) == null
                && request.getHeader(HttpHeaders.ORIGIN) == null;
    }

    private static boolean isJson(@Nullable String type) {
        return MediaType.APPLICATION_JSON_VALUE.equals(type)
                || "application/json; charset=utf-8".equalsIgnoreCase(type);
    }

    private static boolean accepts(@Nullable String types) {
        return types == null || types.equals(MediaType.ALL_VALUE) || types.equals(MediaType.APPLICATION_JSON_VALUE);
    }

    private void write(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.write(response);
        switch (answer) {
            case Answer.Json json -> {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                response.setContentLength(json.bytes().size());
                json.bytes().writeTo(response.getOutputStream());
            }
            case Answer.Unavailable unavailable -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS);
                problems.write(Problem.of(ProblemType.SERVICE_UNAVAILABLE, unavailable.reason()), request, response);
            }
        }
    }
}
