package io.discounts.service.redemption;

import io.discounts.service.catalog.DiscountRecords;
import io.discounts.service.outbox.EventOutbox;
import io.micrometer.core.instrument.MeterRegistry;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** How redemptions are put together. */
@Configuration(proxyBeanMethods = false)
class RedemptionConfiguration {
    private final SecureRandom ids = new SecureRandom();

    @Bean
    RedemptionMetrics redemptionMetrics(MeterRegistry registry) {
        return new RedemptionMetrics(registry);
    }

    @Bean
    JdbcRedemptions jdbcRedemptions(JdbcTemplate jdbc) {
        return new JdbcRedemptions(jdbc);
    }

    @Bean
    ExclusiveHolds exclusiveHolds(JdbcTemplate jdbc) {
        return new ExclusiveHolds(jdbc);
    }

    @Bean
    BudgetRows budgetRows(JdbcTemplate jdbc) {
        return new BudgetRows(jdbc);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcTemplate jdbc) {
        return new IdempotencyKeys(jdbc);
    }

    @Bean
    RedemptionEvents redemptionEvents(EventOutbox outbox) {
        return new RedemptionEvents(outbox);
    }

    @Bean
    UsageBudgets usageBudgets(BudgetRows rows, RedemptionMetrics metrics) {
        return new UsageBudgets(rows, bound -> ThreadLocalRandom.current().nextInt(bound), metrics);
    }

    @Bean
    ExecutorService lockOrders() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    DiscountLocks discountLocks(
            ObjectProvider<RedissonClient> client,
            ExclusiveHolds holds,
            ExecutorService lockOrders,
            RedemptionProperties properties,
            RedemptionMetrics metrics) {
        return new RedissonDiscountLocks(client::getObject, holds, lockOrders, properties.lockPatience(), metrics);
    }

    @Bean
    Ending ending(
            JdbcRedemptions redemptions,
            ExclusiveHolds exclusives,
            UsageBudgets budgets,
            DiscountLocks locks,
            HoldNews news) {
        return new Ending(redemptions, exclusives, budgets, locks, news);
    }

    @Bean
    Redemptions redemptions(
            DiscountRecords discounts,
            JdbcTemplate jdbc,
            JdbcRedemptions rows,
            ExclusiveHolds exclusives,
            UsageBudgets budgets,
            DiscountLocks locks,
            HoldNews news,
            Ending ending,
            RedemptionEvents events,
            RedemptionMetrics metrics,
            Clock clock) {
        var customers = new CustomerLimits(jdbc, rows);
        var holding = new Holding(
                discounts,
                rows,
                new ExclusiveTaking(exclusives, locks, news),
                customers,
                budgets,
                news,
                events,
                metrics,
                () -> RedemptionId.next(clock, ids),
                clock);
        var late = new LateTaking(discounts, rows, exclusives, customers, budgets, news, clock);
        return new Redemptions(holding, late, ending, rows, events, metrics, clock);
    }

    @Bean
    ProviderUses providerUses(
            Redemptions redemptions,
            JdbcRedemptions rows,
            JdbcTemplate jdbc,
            RedemptionMetrics metrics,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new ProviderUses(redemptions, rows, new Overruns(jdbc), metrics, transactions, clock);
    }

    @Bean
    IdempotentWrites idempotentWrites(
            PlatformTransactionManager transactions,
            IdempotencyKeys keys,
            RedemptionProperties properties,
            RedemptionMetrics metrics,
            Clock clock) {
        var transaction = new IdempotentTransaction(transaction(transactions, properties), keys, clock);
        return new IdempotentWrites(transaction, metrics, properties.twinPatience(), clock);
    }

    static TransactionTemplate transaction(PlatformTransactionManager transactions, RedemptionProperties properties) {
        var template = new TransactionTemplate(transactions);
        template.setTimeout((int) properties.transactionTimeout().toSeconds());
        return template;
    }
}
