package io.discounts.service.redemption;

import io.discounts.fixtures.SettableClock;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerUsesTest {
    private static final DiscountKey DISCOUNT = new DiscountKey(new Region("ES"), new DiscountId("p", "1"));

    private final SettableClock clock = new SettableClock();
    private final Map<DiscountKey, Long> database = new HashMap<>(Map.of(DISCOUNT, 1L));
    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void asksOnceUntilTheCustomerHasMoreUses() {
        var uses = uses(Runnable::run);
        assertThat(uses.uses(DISCOUNT, "c-1")).isEqualTo(1);
        assertThat(uses.uses(DISCOUNT, "c-1")).isEqualTo(1);
        assertThat(loads).hasValue(1);

        database.put(DISCOUNT, 2L);
        uses.changed(HolderDigest.of("c-2"));
        assertThat(uses.uses(DISCOUNT, "c-1")).isEqualTo(1);
        uses.changed(HolderDigest.of("c-1"));
        assertThat(uses.uses(DISCOUNT, "c-1")).isEqualTo(2);
    }

    @Test
    void takesACustomerWhoseUsesDoNotComeForOneWithoutAndRests() {
        var uses = uses(task -> loads.incrementAndGet());

        assertThat(uses.uses(DISCOUNT, "c-1")).isZero();
        assertThat(uses.uses(DISCOUNT, "c-2")).isZero();
        assertThat(loads).hasValue(1);

        clock.advance(Duration.ofSeconds(2));
        assertThat(uses.uses(DISCOUNT, "c-2")).isZero();
        assertThat(loads).hasValue(2);
    }

    @Test
    void asksAgainAfterAFailure() {
        var uses = new CustomerUses(
                (region, customer) -> {
                    if (loads.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return Map.copyOf(database);
                },
                Runnable::run,
                Duration.ofMillis(1),
                clock);

        assertThat(uses.uses(DISCOUNT, "c-1")).isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(uses.uses(DISCOUNT, "c-1")).isEqualTo(1);
    }

    private CustomerUses uses(Executor executor) {
        return new CustomerUses(
                (region, customer) -> {
                    loads.incrementAndGet();
                    return Map.copyOf(database);
                },
                executor,
                Duration.ofMillis(1),
                clock);
    }
}
