package io.discounts.service.ingestion;

import java.util.List;
import java.util.Optional;

/**
 * The dead letters as queues, one for each subject of a stream; a letter without a subject is a queue of its own. All
 * throw a {@link org.springframework.dao.DataAccessException} if the database does not answer.
 */
interface QueuedLetters {
    Optional<KeptLetter> find(long id);

    /** Letters by id, beginning behind one; fewer than asked for where they are large. */
    LetterPage page(LetterFilter filter, long behind, int limit);

    /** Keeps ingestion and other redrives from the queue that the letter is in until the caller's transaction ends. */
    void lock(KeptLetter letter);

    /** The letter at the head of the queue that the letter is, or was, in. */
    Optional<KeptLetter> first(KeptLetter letter);

    long count(KeptLetter letter);

    void renew(KeptLetter letter, String reason);

    void remove(KeptLetter letter);

    /** How many letters and parked subjects each stream has; none that has none. */
    List<ParkedStream> parked();
}
