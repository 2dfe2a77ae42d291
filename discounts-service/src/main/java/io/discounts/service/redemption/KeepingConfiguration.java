package io.discounts.service.redemption;

import io.discounts.service.redemption.reconciliation.KeptReports;
import io.discounts.service.redemption.reconciliation.Reconciliation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import javax.sql.DataSource;
import java.time.Clock;
import java.time.Duration;

/** What keeps redemptions in order behind the scenes: holds that expire, whether all agrees, what may be forgotten. */
@Configuration(proxyBeanMethods = false)
class KeepingConfiguration {
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration FORGET = Duration.ofMinutes(5);

    @Bean
    KeptReports keptReports(JdbcTemplate jdbc) {
        return new KeptReports(jdbc);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "discounts.redemption.rounds", matchIfMissing = true)
    Rounds reconciliationRounds(
            DataSource database,
            KeptReports reports,
            RedemptionMetrics metrics,
            RedemptionProperties properties,
            Clock clock) {
        var periodic = new PeriodicReconciliation(
                new Reconciliation(database, clock, properties.reconcileGrace()),
                reports,
                metrics,
                properties.reconcileEvery());
        return new Rounds("reconciliation", periodic::look, LOOK);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "discounts.redemption.rounds", matchIfMissing = true)
    Rounds forgettingRounds(
            TransactionTemplate transaction, JdbcTemplate jdbc, RedemptionProperties properties, Clock clock) {
        var forgetting = new Forgetting(transaction, jdbc, properties, clock);
        return new Rounds("forgetting-redemptions", forgetting::sweep, FORGET);
    }

    @Bean
    ExpiringHolds expiringHolds(
            PlatformTransactionManager transactions,
            JdbcRedemptions redemptions,
            Ending ending,
            RedemptionEvents events,
            IdempotencyKeys keys,
            RedemptionProperties properties,
            RedemptionMetrics metrics,
            Clock clock) {
        return new ExpiringHolds(
                RedemptionConfiguration.transaction(transactions, properties),
                redemptions,
                ending,
                events,
                keys,
                metrics,
                clock);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "discounts.redemption.rounds", matchIfMissing = true)
    Rounds expiryRounds(ExpiringHolds holds, RedemptionProperties properties) {
        return new Rounds("expiring-holds", holds::sweep, properties.sweepEvery());
    }
}
