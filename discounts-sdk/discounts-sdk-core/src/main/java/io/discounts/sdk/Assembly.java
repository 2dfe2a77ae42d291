package io.discounts.sdk;

import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.internal.CallPath;
import io.discounts.sdk.internal.Mirror;
import io.discounts.sdk.internal.NoMirror;
import io.discounts.sdk.internal.Observers;
import io.discounts.sdk.internal.RemoteSide;
import io.discounts.sdk.internal.Sides;
import io.discounts.sdk.internal.StagedClient;
import io.discounts.sdk.internal.Ticking;
import io.discounts.sdk.internal.evidence.Evidence;
import io.discounts.sdk.internal.evidence.StandingOrders;
import io.discounts.sdk.internal.http.Exchange;
import io.discounts.sdk.rollout.Guard;
import io.discounts.sdk.rollout.KillSwitch;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.shadow.CustomerIds;
import io.discounts.sdk.shadow.Shadow;
import io.discounts.sdk.shadow.ShadowOptions;
import io.discounts.sdk.spi.Transport;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the parts of a client hang together. */
final class Assembly {
    private final DiscountsClientBuilder given;
    private final Transport transport;
    private final @Nullable Rollout rollout;
    private final ShadowOptions shadow;
    private final Ticking time;

    Assembly(DiscountsClientBuilder given, Transport transport) {
        this.given = given;
        this.transport = transport;
        this.rollout = given.routes instanceof Rollout flags ? flags : null;
        this.shadow = hashing(given.shadow);
        this.time = new Ticking(given.clock, given.nanoTime);
    }

    DiscountsClient client() {
        var killSwitch = rollout == null ? new KillSwitch() : rollout.killSwitch();
        // A rollout asks its kill switch itself.
        var steered = rollout == null ? killSwitch.over(given.routes) : rollout;
        var orders = new StandingOrders(killSwitch, rollout);
        var evidence = new Evidence(given.report, new CustomerIds(shadow.salt()), given.clock, orders);
        var watchers = new Observers(watchers(evidence));
        var remote = remote(watchers);
        var mirrored = mirror(watchers);
        var path = new CallPath(steered, new Sides(given.local, remote), given.options, time, mirrored, watchers);
        return new StagedClient(path, remote, mirrored, given.options, given.asyncTasks, killSwitch, evidence);
    }

    private RemoteSide remote(Observers watchers) {
        var exchange = new Exchange(
                transport, given.bearerToken, given.headers, given.options.maxResponseBytes(), given.clock);
        return RemoteSide.over(transport, exchange, given.options, time, given.random, watchers);
    }

    /** A guard that the host names as an observer as well must not count twice. */
    private List<CallObserver> watchers(Evidence evidence) {
        var all = new LinkedHashSet<CallObserver>();
        all.add(evidence);
        var guard = rollout == null ? Optional.<Guard>empty() : rollout.guard();
        guard.ifPresent(it -> {
            it.alsoTell(evidence);
            all.add(it);
        });
        all.addAll(given.observers);
        return List.copyOf(all);
    }

    private Mirror mirror(Observers watchers) {
        if (given.mirror != null) {
            return given.mirror;
        }
        if (given.local == null || shadow.share() == 0) {
            return new NoMirror();
        }
        var made = new Shadow(shadow, time, given.random, watchers);
        watchers.shadowed(made);
        return made;
    }

    /** The salt in the code is known to everybody. */
    private static ShadowOptions hashing(ShadowOptions given) {
        return given.salt().equals(ShadowOptions.DEFAULTS.salt())
                ? given.withSalt(UUID.randomUUID().toString())
                : given;
    }
}
