package io.discounts.service.redemption;

import io.discounts.service.catalog.Broadcast;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What reads see of redemptions: kept in memory, by news and by polling. */
@Configuration(proxyBeanMethods = false)
class AvailabilityConfiguration {
    private static final int LOADS = 4;
    private static final int LOADS_WAITING = 64;
    private static final Duration WALK = Duration.ofSeconds(5);

    @Bean
    ExclusiveView exclusiveView() {
        return new ExclusiveView();
    }

    /** Few, and soon refused: a customer's uses are worth a short wait, no more. */
    @Bean
    ExecutorService customerLoads() {
        var threads = Thread.ofPlatform().daemon().name("customer-load-", 0).factory();
        var queue = new ArrayBlockingQueue<Runnable>(LOADS_WAITING);
        return new ThreadPoolExecutor(LOADS, LOADS, 0, TimeUnit.SECONDS, queue, threads);
    }

    @Bean
    PossibleUses possibleUses(RedemptionProperties properties, RedemptionMetrics metrics, Clock clock) {
        var possible = new PossibleUses(properties.uses(), clock);
        metrics.possible(possible);
        return possible;
    }

    @Bean
    CustomerUses customerUses(
            PossibleUses possible,
            JdbcRedemptions redemptions,
            ExecutorService customerLoads,
            RedemptionProperties properties,
            RedemptionMetrics metrics,
            Clock clock) {
        return new CustomerUses(possible, redemptions::uses, customerLoads, properties.usesPatience(), metrics, clock);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "discounts.redemption.rounds", matchIfMissing = true)
    Rounds customerRounds(JdbcTemplate jdbc, CustomerUses customers, PossibleUses possible, Clock clock) {
        var walk = new RedemptionWalk(new JdbcRedeemers(jdbc), customers, possible, clock);
        return new Rounds("possible-uses", walk::walk, WALK);
    }

    @Bean
    HoldNews holdNews(Broadcast broadcast, ExclusiveView exclusives, CustomerUses customers) {
        return new BroadcastHoldNews(broadcast, exclusives, customers);
    }

    @Bean
    NearAvailability availability(ExclusiveView exclusives, CustomerUses customers, Clock clock) {
        return new NearAvailability(exclusives, customers, clock);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "discounts.redemption.rounds", matchIfMissing = true)
    Rounds availabilityRounds(
            BudgetRows budgets,
            ExclusiveHolds holds,
            NearAvailability availability,
            ExclusiveView exclusives,
            RedemptionProperties properties) {
        var polling = new AvailabilityPolling(budgets, holds, availability, exclusives);
        return new Rounds("availability", polling::poll, properties.pollEvery());
    }
}
