package io.discounts.service.ingestion;

import java.util.List;

/**
 * Keeps what cannot be applied, whole; a record that is delivered again is kept once. Both take part in the caller's
 * transaction, and throw a {@link org.springframework.dao.DataAccessException} if the database cannot take them now.
 */
interface DeadLetters {
    /**
     * Tells where a batch stands. Waits for a redrive of any of its subjects that have, or had, letters, and keeps others
     * from beginning until the transaction ends.
     */
    Standing standing(ReadBatch batch);

    /** Keeps letters in the order given, behind those that their subjects have; one that is kept already stays as it is. */
    void keep(List<DeadLetter> letters);
}
