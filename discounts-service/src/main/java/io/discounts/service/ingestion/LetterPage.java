package io.discounts.service.ingestion;

import java.util.List;

/**
 * Some letters, by id.
 *
 * @param more whether others follow
 */
public record LetterPage(List<KeptLetter> letters, boolean more) {
    public LetterPage {
        letters = List.copyOf(letters);
    }
}
