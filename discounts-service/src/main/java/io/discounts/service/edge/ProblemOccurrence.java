package io.discounts.service.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

import java.net.URI;
import java.util.regex.Pattern;

/** What tells one occurrence of a problem from another: the path that was asked for and the request's id. */
final class ProblemOccurrence {
    /** A path that is plain and short enough to be given back; any other is left out. */
    private static final Pattern QUOTABLE_PATH =
            Pattern.compile("/(?!/)([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}){0,255}+");

    private ProblemOccurrence() {}

    static ProblemDetail complete(ProblemDetail body, HttpServletRequest request) {
        body.setInstance(quotable(askedFor(request)));
        RequestId.of(request).ifPresent(id -> body.setProperty("requestId", id.value()));
        return body;
    }

    private static @Nullable URI quotable(@Nullable String path) {
        return path != null && QUOTABLE_PATH.matcher(path).matches() ? URI.create(path) : null;
    }

    private static @Nullable String askedFor(HttpServletRequest request) {
        var beforeErrorDispatch = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return beforeErrorDispatch instanceof String path ? path : request.getRequestURI();
    }
}
