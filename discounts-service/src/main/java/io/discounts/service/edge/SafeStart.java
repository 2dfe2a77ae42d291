package io.discounts.service.edge;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import java.net.InetAddress;
import java.util.List;

/**
 * Refuses to start a service that could not tell who calls it. It runs before the first bean is made, so that nothing
 * has been connected to and no port is open when it does.
 */
final class SafeStart implements BeanFactoryPostProcessor, PriorityOrdered {
    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";
    private static final List<String> KEY_SOURCES =
            List.of(JWT + "issuer-uri", JWT + "jwk-set-uri", JWT + "public-key-location");
    private static final String NEED_KEY_SOURCE = "Set " + String.join(", ", KEY_SOURCES.subList(0, 2)) + " or "
            + KEY_SOURCES.getLast() + ". For development on one machine, set discounts.security.mode=open together with"
            + " server.address=127.0.0.1.";
    private static final String NEED_LOOPBACK =
            "Set it to a loopback address such as 127.0.0.1, or remove discounts.security.mode=open.";

    private final Environment environment;

    SafeStart(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        switch (Binder.get(environment)
                .bindOrCreate("discounts.security", SecuritySettings.class)
                .mode()) {
            case JWT -> requireKeySource();
            case OPEN -> requireLoopback();
        }
    }

    private void requireKeySource() {
        if (KEY_SOURCES.stream().noneMatch(source -> StringUtils.hasText(environment.getProperty(source)))) {
            throw new UnsafeConfigurationException(
                    "No issuer or key is configured, so no access token could be verified.", NEED_KEY_SOURCE);
        }
    }

    private void requireLoopback() {
        requireLoopback("server.address");
        if (hasManagementPort()) {
            requireLoopback("management.server.address");
        }
    }

    private void requireLoopback(String property) {
        var address = Binder.get(environment).bind(property, InetAddress.class);
        if (!address.isBound() || !address.get().isLoopbackAddress()) {
            throw new UnsafeConfigurationException(
                    "discounts.security.mode=open lets everybody in, and " + property + " is not a loopback address.",
                    NEED_LOOPBACK);
        }
    }

    /** Whether management listens on a port, and so on an address, of its own; a negative port turns it off. */
    private boolean hasManagementPort() {
        var management = environment.getProperty("management.server.port", Integer.class);
        var service = environment.getProperty("server.port", Integer.class, 8080);
        return management != null && management >= 0 && (management == 0 || !management.equals(service));
    }
}
