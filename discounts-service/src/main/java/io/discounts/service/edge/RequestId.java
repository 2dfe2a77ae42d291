package io.discounts.service.edge;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Names one request in answers and logs: short, and plain enough to be written anywhere without escaping. */
record RequestId(String value) {
    static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final int LONGEST = 128;

    RequestId {
        if (!isAcceptable(value)) {
            throw new IllegalArgumentException("not a request id");
        }
    }

    /** The id a client sent, unless it is one that must not reach a log. */
    static Optional<RequestId> sent(@Nullable String header) {
        return header != null && isAcceptable(header) ? Optional.of(new RequestId(header)) : Optional.empty();
    }

    static Optional<RequestId> of(ServletRequest request) {
        return Optional.ofNullable((RequestId) request.getAttribute(ATTRIBUTE));
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** {@code [A-Za-z0-9._~-]{1,128}}; a loop, for every request has one. */
    private static boolean isAcceptable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isPlain(value.charAt(i))) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= LONGEST;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._~-".indexOf(c) >= 0;
    }
}
