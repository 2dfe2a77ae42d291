package io.discounts.service.edge;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Puts a gate before the reads and one before the redemptions. */
@Configuration(proxyBeanMethods = false)
class LoadConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> keptConnections() {
        return tomcat -> tomcat.setProtocol(KeepingProtocol.class.getName());
    }

    @Bean
    FilterRegistrationBean<LoadControlFilter> loadControlFilter(
            LoadSettings settings, MeterRegistry registry, ProblemWriter problems, RandomGenerator random) {
        var backlog = new Backlog(settings.backlog(), System::nanoTime);
        var reads = new Gate(settings.reads(), backlog, System::nanoTime);
        var redemptions = new Gate(settings.redemptions(), backlog, System::nanoTime);
        var gated = List.of(
                new GatedPaths(
                        "/v1/discounts/",
                        reads,
                        new LoadMetrics(registry, "reads", reads),
                        Map.of("evaluate", Priority.CHECKOUT),
                        Priority.BROWSE),
                new GatedPaths(
                        "/v1/redemptions",
                        redemptions,
                        new LoadMetrics(registry, "redemptions", redemptions),
                        Map.of(),
                        Priority.CHECKOUT));
        var registration = new FilterRegistrationBean<>(new LoadControlFilter(gated, problems, random));
        registration.setOrder(FilterOrder.LOAD_CONTROL);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }
}
