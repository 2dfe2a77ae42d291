package io.discounts.service.ops;

import io.discounts.service.edge.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Operators ask the database itself, so its absence is an answer here: 503, try again. */
@RestControllerAdvice(basePackageClasses = OpsProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OpsProblems {
    private static final Logger log = LoggerFactory.getLogger(OpsProblems.class);

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> away(RuntimeException failure) {
        log.atWarn().setCause(failure).log("An operator's request failed for the database");
        return Problem.unavailable("The database does not answer; what was done before stays done.");
    }
}
