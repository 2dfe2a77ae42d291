package io.discounts.service.outbox.stream;

import java.util.List;

/** The unsent events. Only the oldest of each subject can be seen: later ones wait until it has been sent. */
interface WaitingEvents {
    /** Heads of the next subjects in alphabetical order, all as they are in one moment; empty: there are no further ones. */
    List<Head> heads(String afterSubject, int most);

    /** With their bytes. */
    List<WaitingEvent> load(List<Head> heads);

    /** Lets the next of each subject come to the head. */
    void sent(List<WaitingEvent> events);

    /** Puts aside for good what no stream takes. */
    void refuse(Head head);
}
