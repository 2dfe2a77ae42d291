package io.discounts.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

import java.time.Clock;

/** The shop. {@code ./run} beside the module's pom opens it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SampleMonolith {
    public static void main(String[] arguments) {
        SpringApplication.run(SampleMonolith.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
