package io.discounts.sdk.internal;

import io.discounts.sdk.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** All who learn of calls, as one who never throws. The first thing that one of them throws is logged, the others counted. */
public final class Observers implements CallObserver {
    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<CallObserver> observers;
    private final AtomicLong swallowed = new AtomicLong();

    public Observers(List<CallObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    @Override
    public void answered(AnsweredCall call) {
        tell(observer -> observer.answered(call));
    }

    @Override
    public void compared(ComparedCall call) {
        tell(observer -> observer.compared(call));
    }

    @Override
    public void shadowed(ShadowLoad load) {
        tell(observer -> observer.shadowed(load));
    }

    @Override
    public void noiseSampled(NoiseSample sample) {
        tell(observer -> observer.noiseSampled(sample));
    }

    @Override
    public void shadowDropped(Operation operation, ShadowDrop why) {
        tell(observer -> observer.shadowDropped(operation, why));
    }

    @Override
    public void breakerChanged(BreakerChange change) {
        LOG.atInfo()
                .addKeyValue("breaker", change.breaker())
                .addKeyValue("from", change.from())
                .addKeyValue("to", change.to())
                .log("discounts: a breaker has changed its state");
        tell(observer -> observer.breakerChanged(change));
    }

    @Override
    public void discountSkipped(String part) {
        tell(observer -> observer.discountSkipped(part));
    }

    /** How often one of them has thrown. */
    public long swallowed() {
        return swallowed.get();
    }

    private void tell(Consumer<CallObserver> news) {
        // An iterator for each of them would be garbage on every call.
        for (var i = 0; i < observers.size(); i++) {
            tell(observers.get(i), news);
        }
    }

    private void tell(CallObserver observer, Consumer<CallObserver> news) {
        try {
            news.accept(observer);
        } catch (RuntimeException | LinkageError thrown) {
            if (swallowed.getAndIncrement() == 0) {
                LOG.warn("discounts: an observer of calls has failed; further failures are only counted", thrown);
            }
        }
    }
}
