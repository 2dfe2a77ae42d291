package io.discounts.service.edge;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Lets the bearer filter answer a failure of its own; left alone it throws one that would count as ours. */
final class FailureAnswers implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {
    private final AuthenticationFailureHandler answers;

    FailureAnswers(AuthenticationFailureHandler answers) {
        this.answers = answers;
    }

    @Override
    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationFailureHandler(answers);
        return filter;
    }
}
