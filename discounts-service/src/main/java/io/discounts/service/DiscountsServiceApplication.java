package io.discounts.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

import java.time.Clock;

/** Starts the service: provider events in by Kinesis, discounts out by REST. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class DiscountsServiceApplication {
    public static void main(String[] args) {
        SpringApplication.run(DiscountsServiceApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
