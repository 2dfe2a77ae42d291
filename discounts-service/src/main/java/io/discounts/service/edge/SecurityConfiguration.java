package io.discounts.service.edge;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import static org.springframework.security.config.Customizer.withDefaults;

/** Who may call what. What no rule names is denied. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String READ = "SCOPE_discounts:read";
    private static final String REDEEM = "SCOPE_discounts:redeem";
    private static final String OPS = "SCOPE_discounts:ops";
    private static final String NOTHING_TO_LOAD = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    static SafeStart safeStart(Environment environment) {
        return new SafeStart(environment);
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
        return stateless(http, problems, ApiDocumentation.CONTENT_SECURITY_POLICY)
                .build();
    }

    @Bean
    @Order(2)
    @ConditionalOnProperty(name = "discounts.security.mode", havingValue = "jwt", matchIfMissing = true)
    SecurityFilterChain tokens(HttpSecurity http, SecurityProblems problems) {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                        .permitAll()
                        .requestMatchers(
                                EndpointRequest.toAdditionalPaths(WebServerNamespace.SERVER, HealthEndpoint.class))
                        .permitAll()
                        // Exposed by configuration alone, and scrapers seldom have tokens: numbers, no customer.
                        .requestMatchers(EndpointRequest.to("prometheus"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .hasAuthority(OPS)
                        .requestMatchers("/v1/discounts/**")
                        .hasAuthority(READ)
                        .requestMatchers("/v1/redemptions/**")
                        .hasAuthority(REDEEM)
                        .requestMatchers("/ops/**")
                        .hasAuthority(OPS)
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(withDefaults())
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                                filter.setAuthenticationFailureHandler(problems);
                                return filter;
                            }
                        }));
        return stateless(http, problems, NOTHING_TO_LOAD).build();
    }

    @Bean
    @Order(2)
    @ConditionalOnProperty(name = "discounts.security.mode", havingValue = "open")
    SecurityFilterChain open(HttpSecurity http, SecurityProblems problems) {
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return stateless(http, problems, NOTHING_TO_LOAD).build();
    }

    /** An API for machines: no session, no cookie and so no CSRF, no login page, nothing to load into a browser. */
    private static HttpSecurity stateless(HttpSecurity http, SecurityProblems problems, String contentSecurityPolicy) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy)))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }
}
