package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.Operation;
import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.BreakerChange;
import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.internal.NoiseSample;
import io.discounts.sdk.internal.ShadowDrop;
import io.discounts.sdk.internal.ShadowLoad;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.report.Steering.SteppedDown;
import io.discounts.sdk.report.Uncompared;
import io.discounts.sdk.rollout.GuardListener;
import io.discounts.sdk.rollout.StepDown;
import io.discounts.sdk.shadow.Comparison;
import io.discounts.sdk.shadow.CustomerIds;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Locale;

/** Gathers what a report tells. What it costs a call is a few additions in places of their own. */
public final class Evidence implements CallObserver, GuardListener {
    private final ReportOptions options;
    private final Pseudonyms pseudonyms;
    private final Clock clock;
    private final int processors;
    private final StandingOrders orders;
    private volatile Ledger ledger;
    private volatile @Nullable ShadowLoad shadow;

    /**
     * Nothing gathered yet.
     *
     * @param ids that hashes those of customers
     */
    public Evidence(ReportOptions options, CustomerIds ids, Clock clock, StandingOrders orders) {
        this.options = options;
        this.pseudonyms = new Pseudonyms(ids);
        this.clock = clock;
        this.processors = Runtime.getRuntime().availableProcessors();
        this.orders = orders;
        this.ledger = newLedger();
    }

    /** Forgets all. */
    public void begin() {
        ledger = newLedger();
    }

    public Report report() {
        var now = ledger;
        var calls = now.calls.list();
        return new Report(
                now.since,
                clock.instant(),
                options.budget(),
                calls,
                now.latencies(),
                now.segments(shadow),
                now.mismatches.list(),
                now.noise(),
                now.uncompared(),
                now.breakers.oldestFirst(),
                orders.steering(calls, now.stepDowns.oldestFirst()),
                now.skipped.sum());
    }

    @Override
    public void answered(AnsweredCall call) {
        ledger.add(call);
    }

    @Override
    public void compared(ComparedCall call) {
        var now = ledger;
        now.add(call);
        if (call.comparison() instanceof Comparison.Incomparable incomparable) {
            var why = pseudonyms.without(call.key().customerId(), incomparable.why());
            now.missed(call.operation(), Uncompared.Kind.INCOMPARABLE, why);
        }
    }

    @Override
    public void shadowed(ShadowLoad load) {
        shadow = load;
    }

    @Override
    public void noiseSampled(NoiseSample sample) {
        ledger.sampled(sample.operation(), sample.comparison());
    }

    @Override
    public void shadowDropped(Operation operation, ShadowDrop why) {
        var words = why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        ledger.missed(operation, Uncompared.Kind.DROPPED, words);
    }

    @Override
    public void breakerChanged(BreakerChange change) {
        ledger.add(change);
    }

    @Override
    public void discountSkipped(String part) {
        ledger.skipped.increment();
    }

    @Override
    public void steppedDown(StepDown step) {
        ledger.stepDowns.add(new SteppedDown(clock.instant(), step));
    }

    private Ledger newLedger() {
        return new Ledger(clock.instant(), options, pseudonyms, processors);
    }
}
