package io.discounts.service.edge;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The last resort, for requests that never reach the application: a problem in place of Tomcat's HTML page. */
final class ProblemReportValve extends ErrorReportValve {
    private final ProblemWriter problems;
    private final RequestIds ids;

    ProblemReportValve(ProblemWriter problems, RequestIds ids) {
        this.problems = problems;
        this.ids = ids;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        identify(request, response);
        try {
            problems.write(Problem.ofStatus(status), request, response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void identify(Request request, Response response) {
        if (RequestId.of(request).isEmpty()) {
            var id = RequestId.sent(request.getHeader(RequestId.HEADER)).orElseGet(ids::next);
            id.attachTo(request);
            response.setHeader(RequestId.HEADER, id.value());
        }
    }
}
