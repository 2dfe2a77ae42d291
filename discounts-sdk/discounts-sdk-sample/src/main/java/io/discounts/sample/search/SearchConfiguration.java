package io.discounts.sample.search;

import io.discounts.sample.promotion.Promotions;
import io.discounts.sample.promotion.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The search, stocked. The starter finds it by its interface and puts it behind the client. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean
    Promotions promotions(Clock clock) {
        var promotions = new Promotions();
        Stock.asOf(clock.instant().truncatedTo(ChronoUnit.MILLIS)).forEach(promotions::put);
        return promotions;
    }

    @Bean
    LocalSearch localSearch(Promotions promotions, Defects defects, Clock clock) {
        var bookings = new Bookings(promotions, clock, () -> "b-" + UUID.randomUUID());
        return new LocalSearch(promotions, bookings, defects, clock);
    }
}
