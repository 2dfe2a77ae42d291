package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Rule;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.eligibility.unlock.FactChange;
import io.discounts.service.eligibility.unlock.Unlock;
import io.discounts.service.redemption.Availability;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class UnlockPropertiesTest {
    @Property(maxDiscardRatio = 50)
    void applyingAnUnlockFlipsTheVerdict(
            @ForAll("discounts") Discount discount, @ForAll("baskets") Basket basket, @ForAll("facts") Facts facts) {
        var unlock = unlock(discount, facts, basket);
        Assume.that(unlock != null);

        var changed = requireNonNull(unlock).appliedTo(told(facts, basket));

        assertThat(isEligible(discount, changed)).as(unlock.toString()).isTrue();
    }

    @Property(maxDiscardRatio = 50)
    void nothingOfWhatIsAddedCanBeSpared(
            @ForAll("basketDiscounts") Discount discount, @ForAll("baskets") Basket basket) {
        var facts = told(FactsFixtures.NOTHING_KNOWN, basket);
        var unlock = unlock(discount, facts, basket);
        Assume.that(unlock != null && !isEntangled(discount));

        var filled = requireNonNull(requireNonNull(unlock).appliedTo(facts).basket());

        for (int line = basket.lines().size(); line < filled.lines().size(); line++) {
            for (var less : withLess(filled, line)) {
                assertThat(isEligible(discount, told(facts, less)))
                        .as(unlock + " with less of " + filled.lines().get(line))
                        .isFalse();
            }
        }
    }

    @Property(maxDiscardRatio = 50)
    void nothingElseToAddIsCheaper(
            @ForAll("basketDiscounts") Discount discount,
            @ForAll("baskets") Basket basket,
            @ForAll("additions") List<Basket.Line> added) {
        var facts = told(FactsFixtures.NOTHING_KNOWN, basket);
        Assume.that(!isEligible(discount, facts));
        Assume.that(isEligible(discount, told(facts, NearMisses.with(basket, added))));

        var unlock = unlock(discount, facts, basket);

        assertThat(unlock).isNotNull();
        Assume.that(!isEntangled(discount));
        assertThat(money(requireNonNull(unlock)))
                .as(unlock.toString())
                .isLessThanOrEqualTo(
                        added.stream().mapToLong(Basket.Line::price).sum());
    }

    @Property(maxDiscardRatio = 50)
    void aBasketThatHasNoWayHasNone(@ForAll("basketDiscounts") Discount discount, @ForAll("baskets") Basket basket) {
        var facts = told(FactsFixtures.NOTHING_KNOWN, basket);
        var full = Stream.of("p1", "p2", "a", "b", "c", "none")
                .map(name -> new Basket.Line(name, name, Set.of(name), 50, 1_000_000))
                .toList();
        Assume.that(!isEligible(discount, facts));

        var isOpen = isEligible(discount, told(facts, NearMisses.with(basket, full)));

        assertThat(unlock(discount, facts, basket) != null || !isOpen).isTrue();
    }

    @Provide
    static Arbitrary<Discount> discounts() {
        return NearMisses.discounts().withoutEdgeCases();
    }

    @Provide
    static Arbitrary<Discount> basketDiscounts() {
        return NearMisses.basketDiscounts().withoutEdgeCases();
    }

    @Provide
    static Arbitrary<Basket> baskets() {
        return NearMisses.baskets().withoutEdgeCases();
    }

    @Provide
    static Arbitrary<List<Basket.Line>> additions() {
        return NearMisses.additions().withoutEdgeCases();
    }

    @Provide
    static Arbitrary<Facts> facts() {
        return NearMisses.facts().withoutEdgeCases();
    }

    /** One unit less, and one unit for one minor unit less. */
    private static List<Basket> withLess(Basket basket, int position) {
        var line = basket.lines().get(position);
        var baskets = new ArrayList<Basket>();
        baskets.add(without(basket, line, List.of()));
        if (line.unitPrice() > 0) {
            var cheaper = new Basket.Line("cheaper", line.productId(), line.categories(), 1, line.unitPrice() - 1);
            baskets.add(without(basket, line, List.of(cheaper)));
        }
        return baskets;
    }

    private static Basket without(Basket basket, Basket.Line line, List<Basket.Line> instead) {
        var lines = new ArrayList<>(basket.lines());
        lines.remove(line);
        if (line.quantity() > 1) {
            lines.add(new Basket.Line(
                    line.lineId(), line.productId(), line.categories(), line.quantity() - 1, line.unitPrice()));
        }
        lines.addAll(instead);
        return new Basket(basket.currency(), lines, basket.deliveryFee(), basket.serviceFee());
    }

    /** What is added for a trigger and for a rule about the basket can each spare some of the other: ADR 9. */
    private static boolean isEntangled(Discount discount) {
        return discount.effect() instanceof Effect.BuyXGetY offer
                && offer.trigger() != null
                && discount.rules().stream()
                        .anyMatch(rule -> rule instanceof Rule.MinBasket || rule instanceof Rule.MinQuantity);
    }

    private static long money(Unlock unlock) {
        return unlock.changes().stream()
                .mapToLong(change -> change instanceof FactChange.AddItems add ? add.amount() : 0)
                .sum();
    }

    private static @Nullable Unlock unlock(Discount discount, Facts facts, Basket basket) {
        var checkout = new StoreAssessments(told(facts, basket), basket, Availability.UNTOUCHED);
        return checkout.unlock(checkout.of(new Candidate(discount)));
    }

    private static boolean isEligible(Discount discount, Facts facts) {
        return new StoreAssessments(facts, requireNonNull(facts.basket()), Availability.UNTOUCHED)
                .of(new Candidate(discount))
                .isEligible();
    }

    private static Facts told(Facts facts, Basket basket) {
        return new Facts(facts.customer(), facts.context(), basket, facts.at());
    }
}
