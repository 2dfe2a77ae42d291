package io.discounts.service.devrun;

import io.discounts.service.DiscountsServiceApplication;
import io.discounts.service.demo.Demo;
import io.discounts.service.devservers.DevServers;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.SimpleCommandLinePropertySource;

import java.io.IOException;

/**
 * The service with everything it needs on this machine: {@code mvn -pl discounts-service spring-boot:test-run}. Listens
 * on 8080, management on 8081, and on any free port where one of them is taken.
 */
final class DevelopmentRun {
    private static final int PORT = 8080;
    private static final int MANAGEMENT_PORT = 8081;

    private DevelopmentRun() {}

    public static void main(String[] args) throws IOException {
        EndpointsFile.ofThisBuild().delete();
        DevServers.startInBackground();
        claim("server.port", PORT, args);
        claim("management.server.port", MANAGEMENT_PORT, args);
        SpringApplication.from(DiscountsServiceApplication::main)
                .with(DevServers.class, DevelopmentConsole.class, Demo.class)
                .withAdditionalProfiles("dev")
                .run(args);
    }

    /** Sets what application-dev.yaml takes as the default, unless the command line says what it should be. */
    private static void claim(String property, int preferred, String[] args) throws IOException {
        if (!new SimpleCommandLinePropertySource(args).containsProperty(property)) {
            var port = DevServers.claimPort(preferred);
            System.setProperty("discounts.dev." + property, Integer.toString(port));
        }
    }
}
