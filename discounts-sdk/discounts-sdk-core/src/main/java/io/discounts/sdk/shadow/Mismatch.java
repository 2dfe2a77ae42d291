package io.discounts.sdk.shadow;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * One difference between control and candidate. Ids of customers are hashed wherever they stand.
 *
 * @param field the place with its keys left out, such as {@code /discounts/{id}/effect/percent}: few of them exist
 * @param pointer the very place, a JSON pointer in which elements of lists go by their id: {@code
 *     /stores/s-1/discountIds/partner-promotions:42}
 * @param control its value there, rendered; absent if it has none
 * @param candidate its value there, rendered; absent if it has none
 */
public record Mismatch(
        MismatchKind kind,
        String field,
        String pointer,
        @Nullable String control,
        @Nullable String candidate) {
    public Mismatch {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(pointer, "pointer");
    }
}
