package io.discounts.service.ingestion;

/** Remembers who did what to which letter, for good. */
interface LetterAudit {
    /** What was asked for. */
    enum Action {
        REDRIVE,
        DISCARD
    }

    /**
     * Writes in the caller's transaction; what was discarded is kept whole.
     *
     * @throws org.springframework.dao.DataAccessException if the database cannot take it now
     */
    void write(String actor, Action action, KeptLetter letter, Settlement outcome);
}
