package io.discounts.service;

import io.discounts.service.redemption.reconciliation.ReconcileCommand;
import io.discounts.service.replay.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

import java.time.Clock;

/** Starts the service: provider events in by Kinesis, discounts out by REST. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class DiscountsServiceApplication {
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int LEAST_CARRIERS = 4;
    private static final int CARRIERS_A_CORE = 2;

    public static void main(String[] args) {
        spreadVirtualThreads();
        if (CommandLine.understands(args)) {
            System.exit(new CommandLine(Clock.systemUTC(), System.out, System.err).run(args));
        }
        if (ReconcileCommand.understands(args)) {
            System.exit(new ReconcileCommand(Clock.systemUTC(), System.out, System.err).run(args));
        }
        SpringApplication.run(DiscountsServiceApplication.class, args);
    }

    /**
     * More carriers than cores, unless told otherwise. A carrier takes its next virtual thread from where it found the
     * last one, so with as many carriers as cores, requests that keep arriving keep those that are woken from a wait
     * unscheduled for seconds; more carriers leave the fairness to the operating system (ADR 6).
     */
    private static void spreadVirtualThreads() {
        if (System.getProperty(CARRIERS) == null) {
            var cores = Runtime.getRuntime().availableProcessors();
            System.setProperty(CARRIERS, Integer.toString(Math.max(LEAST_CARRIERS, CARRIERS_A_CORE * cores)));
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
