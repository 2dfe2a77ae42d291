package io.discounts.service.edge;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one request in answers and logs: short, and plain enough to be written anywhere without escaping. */
record RequestId(String value) {
    static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    RequestId {
        if (!ACCEPTABLE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a request id");
        }
    }

    /** The id a client sent, unless it is one that must not reach a log. */
    static Optional<RequestId> sent(@Nullable String header) {
        return header != null && ACCEPTABLE.matcher(header).matches()
                ? Optional.of(new RequestId(header))
                : Optional.empty();
    }

    static Optional<RequestId> of(ServletRequest request) {
        return Optional.ofNullable((RequestId) request.getAttribute(ATTRIBUTE));
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
