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
import io.discounts.sdk.internal.http.OkHttpTransport;
import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.rollout.Guard;
import io.discounts.sdk.rollout.KillSwitch;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.rollout.Routes;
import io.discounts.sdk.shadow.CustomerIds;
import io.discounts.sdk.shadow.Shadow;
import io.discounts.sdk.shadow.ShadowOptions;
import io.discounts.sdk.spi.RequestHeaders;
import io.discounts.sdk.spi.Transport;
import org.jspecify.annotations.Nullable;

import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Puts a client together. Needs a service or a transport; everything else has a default. For use by one thread. */
public final class DiscountsClientBuilder {
    private @Nullable Transport transport;
    private @Nullable DiscountsBackend local;
    private Routes routes = (operation, key) -> new Route(Stage.LOCAL, Reason.DEFAULT);
    private ClientOptions options = ClientOptions.DEFAULTS;
    private ReportOptions report = ReportOptions.DEFAULTS;
    private Supplier<String> bearerToken = () -> "";
    private RequestHeaders headers = RequestHeaders.NONE;
    private UnaryOperator<Runnable> asyncTasks = UnaryOperator.identity();
    private final List<CallObserver> observers = new ArrayList<>();
    private @Nullable Mirror mirror;
    private ShadowOptions shadow = ShadowOptions.DEFAULTS;
    private Clock clock = Clock.systemUTC();
    private LongSupplier nanoTime = System::nanoTime;
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    DiscountsClientBuilder() {}

    /** The service's base address, http or https; trusts whom the JVM trusts. */
    public DiscountsClientBuilder service(URI base) {
        return transport(OkHttpTransport.to(base));
    }

    /** The service's base address, with the host's own trust. */
    public DiscountsClientBuilder service(URI base, SSLSocketFactory sockets, X509TrustManager trust) {
        return transport(OkHttpTransport.to(base, sockets, trust));
    }

    /** The host's own way to the service; the client closes it. */
    public DiscountsClientBuilder transport(Transport newTransport) {
        transport = Objects.requireNonNull(newTransport, "transport");
        return this;
    }

    /** The monolith's own search. Without one there is nothing but {@link Stage#REMOTE_ONLY}. */
    public DiscountsClientBuilder local(DiscountsBackend newLocal) {
        local = Objects.requireNonNull(newLocal, "local");
        return this;
    }

    /** Where calls go by the host's own judgement; all are local by default. For flags see {@link #rollout}. */
    public DiscountsClientBuilder routes(Routes newRoutes) {
        routes = Objects.requireNonNull(newRoutes, "routes");
        return this;
    }

    /** Where calls go by flags. Its guard learns of every call; the host closes it, after the client. */
    public DiscountsClientBuilder rollout(Rollout rollout) {
        return routes(rollout);
    }

    /** What is gathered for {@link DiscountsClient#report}, and by which budget; {@link ReportOptions#DEFAULTS} by default. */
    public DiscountsClientBuilder report(ReportOptions newReport) {
        report = Objects.requireNonNull(newReport, "report");
        return this;
    }

    /** {@link ClientOptions#DEFAULTS} by default. */
    public DiscountsClientBuilder options(ClientOptions newOptions) {
        options = Objects.requireNonNull(newOptions, "options");
        return this;
    }

    /** The access token of each request, asked from memory; an empty one is not sent, which is the default. */
    public DiscountsClientBuilder bearerToken(Supplier<String> newBearerToken) {
        bearerToken = Objects.requireNonNull(newBearerToken, "bearerToken");
        return this;
    }

    /** Headers of each request, such as {@code traceparent}; none by default. */
    public DiscountsClientBuilder headers(RequestHeaders newHeaders) {
        headers = Objects.requireNonNull(newHeaders, "headers");
        return this;
    }

    /**
     * Wraps the task of each asynchronous call, on the caller's thread, so that the host can carry its context over. The
     * wrapped task must be run once. Nothing is carried over by default.
     */
    public DiscountsClientBuilder asyncTasks(UnaryOperator<Runnable> wrap) {
        asyncTasks = Objects.requireNonNull(wrap, "wrap");
        return this;
    }

    /** One more who learns of every call; for the SDK's own parts. */
    public DiscountsClientBuilder observer(CallObserver observer) {
        observers.add(Objects.requireNonNull(observer, "observer"));
        return this;
    }

    /** How calls are mirrored and compared at the stages SHADOW and VERIFY; {@link ShadowOptions#DEFAULTS} by default. */
    public DiscountsClientBuilder shadow(ShadowOptions newShadow) {
        shadow = Objects.requireNonNull(newShadow, "shadow");
        return this;
    }

    /** Who takes the calls to be mirrored in place of the shadow, and is closed with the client; for the SDK's own parts. */
    public DiscountsClientBuilder mirror(Mirror newMirror) {
        mirror = Objects.requireNonNull(newMirror, "mirror");
        return this;
    }

    /** The wall clock, for what is shown to people; UTC of the system by default. */
    public DiscountsClientBuilder clock(Clock newClock) {
        clock = Objects.requireNonNull(newClock, "clock");
        return this;
    }

    /** The clock of deadlines, breakers and pauses, in nanoseconds; {@link System#nanoTime} by default. */
    public DiscountsClientBuilder nanoTime(LongSupplier newNanoTime) {
        nanoTime = Objects.requireNonNull(newNanoTime, "nanoTime");
        return this;
    }

    /** Chance, from 0 to 1 exclusive. */
    public DiscountsClientBuilder random(DoubleSupplier newRandom) {
        random = Objects.requireNonNull(newRandom, "random");
        return this;
    }

    /**
     * The client.
     *
     * @throws IllegalStateException if neither a service nor a transport was named
     */
    public DiscountsClient build() {
        if (transport == null) {
            throw new IllegalStateException("a client needs a service or a transport");
        }
        var rollout = routes instanceof Rollout flags ? flags : null;
        var killSwitch = rollout == null ? new KillSwitch() : rollout.killSwitch();
        // A rollout asks its kill switch itself.
        var steered = rollout == null ? killSwitch.over(routes) : rollout;
        var hashing = hashing(shadow);
        var evidence =
                new Evidence(report, new CustomerIds(hashing.salt()), clock, new StandingOrders(killSwitch, rollout));
        var watchers = new Observers(watchers(evidence, rollout));
        var time = new Ticking(clock, nanoTime);
        var exchange = new Exchange(transport, bearerToken, headers, options.maxResponseBytes(), clock);
        var remote = RemoteSide.over(transport, exchange, options, time, random, watchers);
        var mirrored = mirror(hashing, time, watchers);
        var path = new CallPath(steered, new Sides(local, remote), options, time, mirrored, watchers);
        return new StagedClient(path, remote, mirrored, options, asyncTasks, killSwitch, evidence);
    }

    /** A guard that the host names as an observer as well must not count twice. */
    private List<CallObserver> watchers(Evidence evidence, @Nullable Rollout rollout) {
        var all = new LinkedHashSet<CallObserver>();
        all.add(evidence);
        var guard = rollout == null ? Optional.<Guard>empty() : rollout.guard();
        guard.ifPresent(it -> {
            it.alsoTell(evidence);
            all.add(it);
        });
        all.addAll(observers);
        return List.copyOf(all);
    }

    private Mirror mirror(ShadowOptions hashing, Ticking time, Observers watchers) {
        if (mirror != null) {
            return mirror;
        }
        if (local == null || hashing.share() == 0) {
            return new NoMirror();
        }
        var made = new Shadow(hashing, time, random, watchers);
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
