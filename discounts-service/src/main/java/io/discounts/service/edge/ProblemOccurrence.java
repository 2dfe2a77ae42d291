package io.discounts.service.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** What tells one occurrence of a problem from another: the path that was asked for and the request's id. */
final class ProblemOccurrence {
    /** A path that is plain and short enough to be given back; any other is left out. */
    private static final Pattern QUOTABLE_PATH =
            Pattern.compile("/(?!/)([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}){0,255}+");

    private ProblemOccurrence() {}

    static ProblemDetail complete(ProblemDetail body, HttpServletRequest request) {
        body.setInstance(path(request).map(URI::create).orElse(null));
        RequestId.of(request).ifPresent(id -> body.setProperty("requestId", id.value()));
        return body;
    }

    /** The path that was asked for, if it is quotable. */
    static Optional<String> path(HttpServletRequest request) {
        return Optional.ofNullable(askedFor(request))
                .filter(path -> QUOTABLE_PATH.matcher(path).matches());
    }

    private static @Nullable String askedFor(HttpServletRequest request) {
        var beforeErrorDispatch = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return beforeErrorDispatch instanceof String path ? path : request.getRequestURI();
    }
}
