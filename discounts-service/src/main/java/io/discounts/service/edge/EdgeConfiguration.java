package io.discounts.service.edge;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.apache.catalina.Host;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

import java.security.SecureRandom;
import java.util.EnumSet;

/** Puts the edge around the application: ids, traces and limits outside, problems for whatever goes wrong inside. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    @Bean
    RequestIds requestIds() {
        return new RequestIds(new SecureRandom());
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
        return filter(new RequestIdFilter(ids), Ordered.HIGHEST_PRECEDENCE, dispatches);
    }

    /** Right behind the observation that opens the span. */
    @Bean
    FilterRegistrationBean<TraceResponseFilter> traceResponseFilter(Tracer tracer) {
        return filter(
                new TraceResponseFilter(tracer), Ordered.HIGHEST_PRECEDENCE + 2, EnumSet.of(DispatcherType.REQUEST));
    }

    /** Behind security: nobody's body is looked at before the caller is known. */
    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(HttpSettings settings, ProblemWriter problems) {
        var maxBytes = settings.maxBodyBytes().toBytes();
        return filter(new BodyLimitFilter(maxBytes, problems), 0, EnumSet.of(DispatcherType.REQUEST));
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
