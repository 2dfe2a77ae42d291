package io.discounts.service.outbox;

import org.springframework.context.SmartLifecycle;

import java.util.List;

/** One relay for each topic that somebody hears. */
final class OutboxRelays implements SmartLifecycle {
    private final List<OutboxRelay> relays;
    private volatile boolean running;

    OutboxRelays(List<OutboxRelay> relays) {
        this.relays = relays;
    }

    void wake(String topic) {
        relays.stream().filter(relay -> relay.topic().equals(topic)).forEach(OutboxRelay::wake);
    }

    @Override
    public void start() {
        running = true;
        relays.forEach(OutboxRelay::start);
    }

    @Override
    public void stop() {
        relays.forEach(OutboxRelay::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
