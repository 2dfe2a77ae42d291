package io.discounts.sdk.internal.http;

import io.discounts.sdk.spi.Transport;
import io.discounts.sdk.spi.TransportRequest;
import io.discounts.sdk.spi.TransportResponse;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;

import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * OkHttp, on the thread that asks. Its call timeout covers an exchange from connecting to the last byte of the body and closes
 * the socket under it. HTTP/1.1 only: an exchange that times out takes its connection with it, whereas a dead HTTP/2
 * connection would go on failing every call. It neither retries nor follows redirects: requests are counted elsewhere.
 */
public final class OkHttpTransport implements Transport {
    private static final int MAX_IDLE_CONNECTIONS = 64;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final HttpUrl base;
    private final Addresses addresses;
    private final OkHttpClient client;
    private volatile boolean closed;

    private OkHttpTransport(URI base, OkHttpClient.Builder client) {
        this.base = checked(base);
        this.addresses = new Addresses(this.base.host(), Dns.SYSTEM);
        this.client = client.dns(addresses).build();
    }

    /** Trusts whom the JVM trusts. */
    public static OkHttpTransport to(URI base) {
        return new OkHttpTransport(base, client());
    }

    /** Trusts whom the host trusts. */
    public static OkHttpTransport to(URI base, SSLSocketFactory sockets, X509TrustManager trust) {
        return new OkHttpTransport(base, client().sslSocketFactory(sockets, trust));
    }

    private static OkHttpClient.Builder client() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(MAX_IDLE_CONNECTIONS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
                // The call timeout alone rules; these would only cut it short.
                .connectTimeout(0, TimeUnit.MILLISECONDS)
                .readTimeout(0, TimeUnit.MILLISECONDS)
                .writeTimeout(0, TimeUnit.MILLISECONDS)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .followRedirects(false);
    }

    private static HttpUrl checked(URI base) {
        var url = HttpUrl.get(base);
        if (url == null) {
            throw new IllegalArgumentException("the base address must be http or https: " + base);
        }
        return url;
    }

    @Override
    public TransportResponse send(TransportRequest request) throws IOException {
        if (closed) {
            throw new IOException("the transport is closed");
        }
        addresses.await(request.deadline());
        var call = client.newCall(toOkHttp(request));
        call.timeout().timeout(Math.max(1, request.deadline().left().toNanos()), TimeUnit.NANOSECONDS);
        request.cancellation().onCancel(call::cancel);
        return new OkHttpResponse(call, call.execute());
    }

    private Request toOkHttp(TransportRequest request) {
        // As bytes and with the type among the headers, or OkHttp would add a charset.
        var body = RequestBody.create(request.body().getBytes(StandardCharsets.UTF_8));
        return new Request.Builder()
                .url(url(request.path()))
                .headers(Headers.of(request.headers()))
                .method(request.method(), body)
                .build();
    }

    private HttpUrl url(String path) {
        var encodedBase = base.encodedPath();
        var prefix = encodedBase.endsWith("/") ? encodedBase.substring(0, encodedBase.length() - 1) : encodedBase;
        return base.newBuilder().encodedPath(prefix + path).build();
    }

    @Override
    public void close() {
        closed = true;
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        addresses.close();
    }
}
