package io.discounts.service.edge;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** What Spring MVC refuses and what a controller failed at, as problems in our own words. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final UnreadableBody unreadableBody;

    ProblemAdvice(UnreadableBody unreadableBody) {
        this.unreadableBody = unreadableBody;
    }

    /** The body is not what was asked for: told with its place, as far as the JSON reader knows it. */
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(unreadableBody.problem(failure), headers);
    }

    /** Every other exception of Spring MVC: its status and headers are right, its words may quote the input. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return status.value() == 500 ? failed(failure) : answer(Problem.ofStatus(status.value()), headers);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> failed(Exception failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        log.atError().setCause(failure).log("A request failed");
        return answer(Problem.ofStatus(500), HttpHeaders.EMPTY);
    }

    /** A body may also be too large for a controller that reads it by itself. */
    @ExceptionHandler
    ResponseEntity<Object> tooLarge(PayloadTooLargeException failure) {
        return answer(unreadableBody.problem(failure), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException refusal) {
        return answer(Problem.ofStatus(403), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.type().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.toProblemDetail());
    }
}
