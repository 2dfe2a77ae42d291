package io.discounts.service.outbox.stream;

import io.discounts.service.outbox.EventOutbox;
import io.micrometer.core.instrument.MeterRegistry;
import org.redisson.api.RedissonClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;

/** How the way to the stream is put together. Clients are lazy: the service starts whether their servers are there or not. */
@Configuration(proxyBeanMethods = false)
class EventStreamConfiguration {
    private static final String LOCK = "discounts:1:event-relay";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    @Bean
    AlarmClock eventAlarm() {
        return new AlarmClock();
    }

    @Bean
    OutboxMetrics outboxMetrics(MeterRegistry registry) {
        return new OutboxMetrics(registry);
    }

    @Bean
    EventOutbox eventOutbox(JdbcTemplate jdbc, AlarmClock eventAlarm) {
        return new JdbcEventOutbox(jdbc, eventAlarm);
    }

    @Bean
    OutboxKeeping outboxKeeping(JdbcTemplate jdbc, Clock clock, OutboxMetrics metrics, EventsProperties properties) {
        return new OutboxKeeping(jdbc, clock, metrics, properties.keepSent());
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "discounts.events.relay", matchIfMissing = true)
    EventRelay eventRelay(
            JdbcTemplate jdbc,
            Clock clock,
            @Lazy RedissonClient redisson,
            @Lazy KinesisAsyncClient kinesis,
            EventsProperties properties,
            OutboxMetrics metrics,
            AlarmClock eventAlarm) {
        var lease = new RelayLease(jdbc, UUID.randomUUID().toString());
        var carriage = new Carriage(
                new JdbcWaitingEvents(jdbc, clock), new KinesisEventStream(kinesis, properties.stream()), metrics);
        return new EventRelay(
                new ElectedLeadership(new RedissonElection(redisson, LOCK), lease, System::nanoTime, metrics),
                carriage,
                new Backoff(FIRST_PAUSE, new Random(new SecureRandom().nextLong())),
                metrics,
                eventAlarm);
    }
}
