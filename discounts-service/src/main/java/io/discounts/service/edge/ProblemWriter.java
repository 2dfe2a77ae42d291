package io.discounts.service.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/** Answers with a problem where Spring MVC is not at work: in filters, in security and in the server itself. */
final class ProblemWriter {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Replaces whatever the response holds, headers aside; does nothing once a part of it has been sent. */
    void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            var body = json.writeValueAsBytes(ProblemOccurrence.complete(problem.toProblemDetail(), request));
            write(body, problem.type().status().value(), response);
        }
    }

    /** The same with a problem that was rendered, and with a status for the server, which may have a reason not to get the problem's own. */
    void write(RenderedProblem problem, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!response.isCommitted()) {
            write(problem.occurrence(request), status, response);
        }
    }

    /** To be told again and again. */
    RenderedProblem rendered(Problem problem) {
        return RenderedProblem.of(json.writeValueAsString(problem.toProblemDetail()));
    }

    private static void write(byte[] body, int status, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
