package io.discounts.service.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

import java.io.IOException;

/** What Spring Security refuses, as problems; the {@code WWW-Authenticate} header of RFC 6750 stays with them. */
final class SecurityProblems
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler, RequestRejectedHandler {
    private static final Logger log = LoggerFactory.getLogger(SecurityProblems.class);

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();
    private final ProblemWriter problems;

    SecurityProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        challenge.commence(request, response, refusal);
        var problem = response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED
                ? Problem.ofStatus(HttpServletResponse.SC_UNAUTHORIZED)
                : Problem.of(ProblemType.INVALID_REQUEST, "The Authorization header is not valid.");
        problems.write(problem, request, response);
    }

    /** A token that could not be checked, as its issuer cannot be reached, is not the caller's fault. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            var cause = NestedExceptionUtils.getMostSpecificCause(failure);
            log.atWarn().addKeyValue("error.type", cause.getClass().getName()).log("Access tokens cannot be verified");
            var detail = "Access tokens cannot be verified right now.";
            problems.write(Problem.of(ProblemType.SERVICE_UNAVAILABLE, detail), request, response);
            return;
        }
        commence(request, response, failure);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        denial.handle(request, response, denied);
        problems.write(Problem.ofStatus(HttpServletResponse.SC_FORBIDDEN), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        problems.write(Problem.ofStatus(HttpServletResponse.SC_BAD_REQUEST), request, response);
    }
}
