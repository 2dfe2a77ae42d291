package io.discounts.service.edge;

import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.util.StringUtils;

import java.time.Clock;
import java.util.stream.Stream;

import static org.springframework.security.config.Customizer.withDefaults;

/** Who may call what. What no rule names is denied. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    static SafeStart safeStart(Environment environment) {
        return new SafeStart(environment);
    }

    @Bean
    static TokensVerifiedOnce tokensVerifiedOnce(ObjectProvider<Clock> clock) {
        return new TokensVerifiedOnce(clock);
    }

    /** Else each filter is wrapped for every request, though nobody listens. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Methods nobody knows are for Spring MVC to refuse: it answers 405 and says which ones there are. */
    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    SecurityProblems securityProblems(ProblemWriter problems) {
        return new SecurityProblems(problems);
    }

    @Bean
    @Order(1)
    SecurityFilterChain documentation(HttpSecurity http, SecurityProblems problems) {
        http.securityMatcher(ApiDocumentation.PATHS)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return stateless(http, problems)
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(ApiDocumentation.CONTENT_SECURITY_POLICY)))
                .build();
    }

    /** One chain whatever the mode is, so that there is none in which no chain answers. */
    @Bean
    @Order(2)
    SecurityFilterChain callers(
            HttpSecurity http,
            SecuritySettings settings,
            OAuth2ResourceServerProperties tokens,
            SecurityProblems problems) {
        switch (settings.mode()) {
            case JWT -> requireTokens(http, problems, tokens.getJwt().getIssuerUri());
            case OPEN ->
                http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        }
        return stateless(http, problems)
                .headers(headers -> headers.defaultsDisabled()
                        .addHeaderWriter((request, response) -> SecurityHeaders.write(response)))
                .build();
    }

    private static void requireTokens(HttpSecurity http, SecurityProblems problems, @Nullable String issuer) {
        http.authorizeHttpRequests(SecurityConfiguration::scopes)
                .oauth2ResourceServer(server -> server.jwt(withDefaults())
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .protectedResourceMetadata(metadata ->
                                metadata.protectedResourceMetadataCustomizer(resource -> describe(resource, issuer)))
                        .withObjectPostProcessor(new FailureAnswers(problems)));
    }

    private static void scopes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(
                        EndpointRequest.to(HealthEndpoint.class),
                        EndpointRequest.toAdditionalPaths(WebServerNamespace.SERVER, HealthEndpoint.class),
                        // Exposed by configuration alone, and scrapers seldom have tokens: numbers, nobody's data.
                        EndpointRequest.to(PrometheusScrapeEndpoint.class))
                .permitAll()
                .requestMatchers(EndpointRequest.toAnyEndpoint())
                .hasAuthority(Scope.OPS.authority());
        for (var scope : Scope.values()) {
            requests.requestMatchers(scope.paths()).hasAuthority(scope.authority());
        }
        requests.anyRequest().denyAll();
    }

    /** What RFC 9728 tells a client that has no token yet: whom to ask for one, and for which scopes. */
    private static void describe(OAuth2ProtectedResourceMetadata.Builder resource, @Nullable String issuer) {
        resource.tlsClientCertificateBoundAccessTokens(false)
                .scopes(all -> Stream.of(Scope.values()).map(Scope::value).forEach(all::add));
        if (StringUtils.hasText(issuer)) {
            resource.authorizationServer(issuer);
        }
    }

    /** An API for machines: no session, no cookie and so no CSRF, no login page. */
    private static HttpSecurity stateless(HttpSecurity http, SecurityProblems problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }
}
