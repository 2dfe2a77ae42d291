package io.discounts.service.eligibility.oracle;

import java.util.Comparator;

/** A reason as the contract writes it, without its details. */
public record Refusal(String rule, String code) implements Comparable<Refusal> {
    private static final Comparator<Refusal> ORDER =
            Comparator.comparing(Refusal::rule).thenComparing(Refusal::code);

    @Override
    public int compareTo(Refusal other) {
        return ORDER.compare(this, other);
    }
}
