package io.discounts.service.redemption;

import io.discounts.service.ServiceTest;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.Random;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is taken, given back and newly allowed: exactly what is left can be had, cut into slices or not. */
@ServiceTest
class UsageBudgetsTest {
    private static final Region REGION = new Region("MT");

    @Autowired
    private UsageBudgets budgets;

    @Autowired
    private BudgetRows rows;

    @Autowired
    private TransactionTemplate transaction;

    /** A budget as simple as can be: numbers. */
    private static final class Model {
        private final Random random;
        private final String id;
        private final ArrayList<Charge> taken = new ArrayList<>();
        private Discount discount;
        private boolean wasSliced;

        Model(long seed) {
            this.random = new Random(seed);
            this.id = "p:budget-" + seed;
            this.discount = next(1);
        }

        private Discount next(long version) {
            return aDiscount()
                    .id(id)
                    .region(REGION.code())
                    .version(version)
                    .totalUses(1 + random.nextInt(400))
                    .budget(1 + random.nextInt(40_000))
                    .build();
        }

        private Charge charge() {
            return new Charge(new DiscountKey(REGION, DiscountId.parse(id)), 1, 1 + random.nextInt(150));
        }

        private Allowance left() {
            return taken.stream().reduce(Allowance.of(discount.limits()), Allowance::minus, Allowance::plus);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void takesExactlyWhatIsLeft(long seed) {
        var model = new Model(seed);

        for (int step = 0; step < 250; step++) {
            var dice = model.random.nextInt(100);
            if (dice < 80) {
                take(model);
            } else if (dice < 98 && !model.taken.isEmpty()) {
                giveBack(model.taken.remove(model.random.nextInt(model.taken.size())));
            } else {
                model.discount = model.next(model.discount.version() + 1);
            }
        }

        assertThat(model.wasSliced).isTrue();
        drain(model);
        assertThat(model.left().uses() < 1 || model.left().money() < 1).isTrue();
    }

    private void take(Model model) {
        var charge = model.charge();
        var enough = model.left().covers(charge);

        assertThat(take(model, charge)).isEqualTo(enough);
        model.wasSliced |= rows.find(charge.discount())
                .filter(budget -> budget.spread() > 0)
                .isPresent();
    }

    private boolean take(Model model, Charge charge) {
        var done = Boolean.TRUE.equals(transaction.execute(status -> {
            var took = budgets.take(model.discount, charge);
            if (!took) {
                status.setRollbackOnly();
            }
            return took;
        }));
        if (done) {
            model.taken.add(charge);
        }
        return done;
    }

    private void giveBack(Charge charge) {
        transaction.executeWithoutResult(status -> budgets.giveBack(charge));
    }

    private void drain(Model model) {
        var least = new Charge(model.charge().discount(), 1, 1);
        while (take(model, least)) {}
    }
}
