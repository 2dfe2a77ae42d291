package io.discounts.sdk.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** The behaviours there are: a healthy one, and what goes wrong between a client and a service. */
public final class Behaviours {
    /** The size of the answer that is too large: 100 MB. */
    public static final long OVERSIZED = 100_000_000;

    private static final Duration TRICKLE = Duration.ofMillis(100);
    private static final int CHUNK = 64 * 1024;

    private Behaviours() {}

    /** Answers as the contract says. */
    public static Behaviour healthy() {
        return exchange -> exchange.send(exchange.honestAnswer());
    }

    /** Answers with this, whatever is asked. */
    public static Behaviour answers(Response response) {
        return exchange -> exchange.send(response);
    }

    /** 503 without {@code Retry-After}. */
    public static Behaviour unavailable() {
        return answers(Response.problem(503, "unavailable"));
    }

    /** 503 with {@code Retry-After}, in whole seconds. */
    public static Behaviour unavailable(Duration retryAfter) {
        return answers(Response.problem(503, "unavailable").retryAfter(retryAfter));
    }

    /** 429 with {@code Retry-After}, in whole seconds. */
    public static Behaviour tooManyRequests(Duration retryAfter) {
        return answers(Response.problem(429, "too-many-requests").retryAfter(retryAfter));
    }

    /** A page of a proxy, with 200. */
    public static Behaviour html() {
        return answers(new Response(200, "text/html", Map.of(), "<html><body>Welcome to the proxy</body></html>"));
    }

    /** The right body under another content type. */
    public static Behaviour wrongContentType() {
        return exchange -> {
            var answer = exchange.honestAnswer();
            exchange.send(new Response(answer.status(), "text/plain", answer.headers(), answer.body()));
        };
    }

    /** The right content type with a body that is no JSON. */
    public static Behaviour invalidJson() {
        return answers(Response.json("{\"stores\":[{\"storeId\":"));
    }

    /** The right answer with every enumerated value replaced by one that no client knows yet. */
    public static Behaviour unknownValues() {
        return exchange -> {
            var answer = exchange.honestAnswer();
            exchange.send(answer.withBody(Tomorrow.valuesIn(answer.body())));
        };
    }

    /** Takes the request and says nothing. */
    public static Behaviour silence() {
        return Exchange::stayUntilPeerLeaves;
    }

    /** No connection comes about; on one that there is, silence. Ends when the script's time has come, not by count. */
    public static Behaviour blackHole() {
        return behind(Door.BLACK_HOLE, silence());
    }

    /** New connections of a service with TLS meet a wrong certificate. */
    public static Behaviour wrongCertificate() {
        return behind(Door.WRONG_CERTIFICATE, healthy());
    }

    /** Status and headers at once, then a byte of the body every 100 ms. */
    public static Behaviour trickle() {
        return trickle(TRICKLE);
    }

    /** Status and headers at once, then a byte of the body every so often. */
    public static Behaviour trickle(Duration every) {
        return exchange -> {
            var answer = exchange.honestAnswer();
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendHead(answer, body.length);
            for (var each : body) {
                exchange.pause(every);
                exchange.sendRaw(new byte[] {each});
            }
        };
    }

    /** A RST instead of an answer. */
    public static Behaviour reset() {
        return Exchange::reset;
    }

    /** Half of the body that the content length promises, then the end. */
    public static Behaviour truncated() {
        return exchange -> {
            var answer = exchange.honestAnswer();
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendHead(answer, body.length);
            exchange.sendRaw(Arrays.copyOf(body, body.length / 2));
            exchange.close();
        };
    }

    /** An answer of {@link #OVERSIZED} bytes, streamed in chunks without a length. */
    public static Behaviour oversized() {
        return oversized(OVERSIZED);
    }

    /** An answer of so many bytes at least, streamed in chunks without a length. */
    public static Behaviour oversized(long bytes) {
        return exchange -> {
            exchange.sendHead(Response.json(""), -1);
            sendChunk(exchange, "{\"stores\":[],\"discounts\":{},\"watermarks\":{},\"stale\":false,\"padding\":\"");
            for (var sent = 0L; sent < bytes; sent += CHUNK) {
                sendChunk(exchange, "x".repeat(CHUNK));
            }
            sendChunk(exchange, "\"}");
            sendChunk(exchange, "");
        };
    }

    /** Does the same, as much later as the latency of its turn says, in real time. */
    public static Behaviour late(Latency latency, Behaviour behaviour) {
        return behind(behaviour.door(), exchange -> {
            exchange.pause(latency.of(exchange.turn().number()));
            behaviour.play(exchange);
        });
    }

    private static void sendChunk(Exchange exchange, String text) throws IOException {
        exchange.sendRaw(
                (Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static Behaviour behind(Door door, Behaviour behaviour) {
        return new Behaviour() {
            @Override
            public void play(Exchange exchange) throws IOException {
                behaviour.play(exchange);
            }

            @Override
            public Door door() {
                return door;
            }
        };
    }
}
