package io.discounts.service.edge;

import jakarta.servlet.http.HttpServletRequest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A problem that is told again and again, in JSON but for what tells one occurrence from another: whom there is no room for must
 * cost next to nothing.
 *
 * @param properties of an object, one at least, without the brace at its end
 */
record RenderedProblem(String properties) {
    /** @param json an object with one property at least */
    static RenderedProblem of(String json) {
        return new RenderedProblem(json.substring(0, json.length() - 1));
    }

    /** UTF-8. Neither a quotable path nor the id of a request has anything to escape. */
    byte[] occurrence(HttpServletRequest request) {
        var path = property("instance", ProblemOccurrence.path(request));
        var id = property("requestId", RequestId.of(request).map(RequestId::value));
        return (properties + path + id + '}').getBytes(StandardCharsets.UTF_8);
    }

    private static String property(String name, Optional<String> value) {
        return value.map(told -> ",\"" + name + "\":\"" + told + '"').orElse("");
    }
}
