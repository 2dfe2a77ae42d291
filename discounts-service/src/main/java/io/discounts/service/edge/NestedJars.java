package io.discounts.service.edge;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;

/** Warns where classes come from jars within a jar: virtual threads that load them may wait for each other for ever (ADR 35). */
final class NestedJars implements ApplicationListener<ApplicationStartedEvent> {
    private static final Logger log = LoggerFactory.getLogger(NestedJars.class);
    private static final String LAUNCHER = "org.springframework.boot.loader.";

    private final String classLoader;

    /** @param classLoader the name of the class of the service's own class loader */
    NestedJars(String classLoader) {
        this.classLoader = classLoader;
    }

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        if (classLoader.startsWith(LAUNCHER)) {
            log.warn("Started from an executable jar, which requests may hang for ever: take it apart (see README)");
        }
    }
}
