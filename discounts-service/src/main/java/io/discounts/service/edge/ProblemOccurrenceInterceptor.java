package io.discounts.service.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;

/** Completes the problems that leave through Spring MVC, whoever made them. */
@Component
final class ProblemOccurrenceInterceptor implements ErrorResponse.Interceptor, WebMvcConfigurer {
    @Override
    public void handleError(ProblemDetail detail, @Nullable ErrorResponse errorResponse) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            ProblemOccurrence.complete(detail, current.getRequest());
        }
    }

    @Override
    public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
        interceptors.add(this);
    }
}
