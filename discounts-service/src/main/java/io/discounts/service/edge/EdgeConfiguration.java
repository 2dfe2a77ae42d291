package io.discounts.service.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.apache.catalina.Host;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.filter.ServerHttpObservationFilter;
import tools.jackson.databind.json.JsonMapper;

import java.util.EnumSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Puts the edge around the application: ids, traces and limits outside, problems for whatever goes wrong inside. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    /** For each connection, in bytes. */
    private static final String WRITE_BUFFER = Integer.toString(32 << 10);

    /** For ids, which are unlike each other, not secret: no request waits for entropy. */
    @Bean
    RandomGenerator idRandomness() {
        return () -> ThreadLocalRandom.current().nextLong();
    }

    @Bean
    RequestIds requestIds(RandomGenerator random) {
        return new RequestIds(random);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    UnreadableBody unreadableBody(HttpSettings settings) {
        return new UnreadableBody(settings.maxBodyBytes().toBytes());
    }

    @Bean
    ServerHttpMessageConvertersCustomizer strictRequestBodies(JsonMapper json) {
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(StrictJson.from(json)));
    }

    /** Outermost, so that every answer and every log line has the id. */
    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter(RequestIds ids) {
        var dispatches = EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return filter(new RequestIdFilter(ids), FilterOrder.REQUEST_ID, dispatches);
    }

    /** Behind load control, and before all that costs more than the answer: observation, security, Spring MVC. */
    @Bean
    FilterRegistrationBean<ShortcutFilter> shortcutFilter(
            ObjectProvider<Shortcut> shortcuts,
            HttpSettings settings,
            SecuritySettings security,
            ObjectProvider<JwtDecoder> decoder,
            MeterRegistry registry,
            ProblemWriter problems,
            RandomGenerator random) {
        var callers = switch (security.mode()) {
            case JWT -> KnownCallers.with(decoder.getObject());
            case OPEN -> KnownCallers.EVERYBODY;
        };
        var filter = new ShortcutFilter(
                shortcuts.stream().toList(),
                callers,
                new ShortcutMetrics(registry),
                problems,
                random,
                settings.maxBodyBytes().toBytes());
        return filter(filter, FilterOrder.SHORTCUTS, EnumSet.of(DispatcherType.REQUEST));
    }

    /** Boot's own filter, in another place. */
    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> observationFilter(ObservationRegistry registry) {
        return filter(
                new ServerHttpObservationFilter(registry),
                FilterOrder.OBSERVATION,
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    }

    /** Right behind the observation that opens the span. */
    @Bean
    FilterRegistrationBean<TraceResponseFilter> traceResponseFilter(Tracer tracer) {
        return filter(new TraceResponseFilter(tracer), FilterOrder.TRACE_RESPONSE, EnumSet.of(DispatcherType.REQUEST));
    }

    /** Behind security: nobody's body is looked at before the caller is known. */
    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(HttpSettings settings, ProblemWriter problems) {
        var maxBytes = settings.maxBodyBytes().toBytes();
        return filter(
                new BodyLimitFilter(maxBytes, problems), FilterOrder.BODY_LIMIT, EnumSet.of(DispatcherType.REQUEST));
    }

    @Bean
    NestedJars nestedJars() {
        return new NestedJars(getClass().getClassLoader().getClass().getName());
    }

    /** Answers of many stores are hundreds of kilobytes: Tomcat would write them 8 KB at a time, a call to the system for each. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> largeAnswers() {
        return tomcat -> tomcat.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", WRITE_BUFFER));
    }

    /** Inside Boot's own report valve, which then finds the error reported. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemReports(
            ProblemWriter problems, RequestIds ids) {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof Host host) {
                host.getPipeline().addValve(new ProblemReportValve(problems, ids));
            }
        });
    }

    private static <F extends Filter> FilterRegistrationBean<F> filter(
            F filter, int order, EnumSet<DispatcherType> dispatches) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setDispatcherTypes(dispatches);
        return registration;
    }
}
