package io.discounts.service.ingestion;

import java.util.List;

/** Keeps what cannot be applied, whole; a record that is delivered again is kept once. */
interface DeadLetters {
    /**
     * Keeps letters in the caller's transaction.
     *
     * @throws org.springframework.dao.DataAccessException if the database cannot take them now
     */
    void keep(List<DeadLetter> letters);
}
