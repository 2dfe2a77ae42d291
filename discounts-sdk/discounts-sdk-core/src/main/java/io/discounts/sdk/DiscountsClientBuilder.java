package io.discounts.sdk;

import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.internal.Mirror;
import io.discounts.sdk.internal.http.OkHttpTransport;
import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.rollout.Routes;
import io.discounts.sdk.shadow.ShadowOptions;
import io.discounts.sdk.spi.RequestHeaders;
import io.discounts.sdk.spi.Transport;
import org.jspecify.annotations.Nullable;

import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Puts a client together. Needs a service or a transport; everything else has a default. For use by one thread. */
public final class DiscountsClientBuilder {
    private @Nullable Transport transport;

    @Nullable
    DiscountsBackend local;

    Routes routes = (operation, key) -> new Route(Stage.LOCAL, Reason.DEFAULT);
    ClientOptions options = ClientOptions.DEFAULTS;
    ReportOptions report = ReportOptions.DEFAULTS;
    Supplier<String> bearerToken = () -> "";
    RequestHeaders headers = RequestHeaders.NONE;
    UnaryOperator<Runnable> asyncTasks = UnaryOperator.identity();
    final List<CallObserver> observers = new ArrayList<>();

    @Nullable
    Mirror mirror;

    ShadowOptions shadow = ShadowOptions.DEFAULTS;
    Clock clock = Clock.systemUTC();
    LongSupplier nanoTime = System::nanoTime;
    DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

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
        return new Assembly(this, transport).client();
    }
}
