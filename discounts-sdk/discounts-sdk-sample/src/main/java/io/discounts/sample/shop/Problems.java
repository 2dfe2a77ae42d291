package io.discounts.sample.shop;

import io.discounts.sdk.DiscountsException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What went wrong, in one sentence. */
@RestControllerAdvice
class Problems {
    @ExceptionHandler
    ProblemDetail invalid(IllegalArgumentException invalid) {
        return problem(HttpStatus.BAD_REQUEST, invalid);
    }

    @ExceptionHandler
    ProblemDetail notThere(NotThereException notThere) {
        return problem(HttpStatus.NOT_FOUND, notThere);
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedException refused) {
        return problem(HttpStatus.CONFLICT, refused);
    }

    /** Nobody could be asked for discounts. A shop that would rather sell without them catches this nearer to the call. */
    @ExceptionHandler
    ProblemDetail noDiscounts(DiscountsException failure) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, failure);
    }

    private static ProblemDetail problem(HttpStatus status, Exception why) {
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(why.getMessage()));
    }
}
