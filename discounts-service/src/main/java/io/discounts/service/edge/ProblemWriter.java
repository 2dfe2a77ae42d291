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
        write(problem, problem.type().status().value(), request, response);
    }

    /** The same with another status for the server, which may have a reason to tell the caller the problem's own. */
    void write(Problem problem, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        var body = json.writeValueAsBytes(ProblemOccurrence.complete(problem.toProblemDetail(), request));
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
