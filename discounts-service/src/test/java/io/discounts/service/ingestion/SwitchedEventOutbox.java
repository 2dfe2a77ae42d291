package io.discounts.service.ingestion;

import io.discounts.service.outbox.EventOutbox;
import io.discounts.service.outbox.OutgoingEvent;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import java.util.List;

/** Writes events, or does not, so that both can be measured in turns. */
final class SwitchedEventOutbox implements EventOutbox {
    private final EventOutbox outbox;
    private volatile boolean on = true;

    private SwitchedEventOutbox(EventOutbox outbox) {
        this.outbox = outbox;
    }

    void on(boolean on) {
        this.on = on;
    }

    @Override
    public void append(List<OutgoingEvent> events) {
        if (on) {
            outbox.append(events);
        }
    }

    static class Switch {
        @Bean
        @Primary
        SwitchedEventOutbox switchedEventOutbox(@Qualifier("eventOutbox") EventOutbox outbox) {
            return new SwitchedEventOutbox(outbox);
        }
    }
}
