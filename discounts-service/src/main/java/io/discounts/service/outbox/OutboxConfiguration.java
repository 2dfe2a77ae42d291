package io.discounts.service.outbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    @Bean
    OutboxRelays outboxRelays(List<OutboxSubscriber> subscribers, JdbcTemplate jdbc, TransactionTemplate transaction) {
        return new OutboxRelays(subscribers.stream()
                .map(subscriber -> new OutboxRelay(subscriber, jdbc, transaction))
                .toList());
    }
}
