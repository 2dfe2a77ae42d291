package io.discounts.sdk.internal.http;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Priority;
import io.discounts.sdk.RemoteFailedException;
import io.discounts.sdk.RemoteTimeoutException;
import io.discounts.sdk.internal.json.Answers;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.spi.RequestHeaders;
import io.discounts.sdk.spi.Transport;
import io.discounts.sdk.spi.TransportRequest;
import io.discounts.sdk.spi.TransportResponse;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** One request and its response, from the head to the last byte of the body, or the failure it is. */
public final class Exchange {
    /** Whole milliseconds that the caller waits, by which the service turns away what would come too late. */
    private static final String PATIENCE = "X-Discounts-Timeout-Ms";

    private static final long MOST_PATIENCE = 9_999_999;

    private final Transport transport;
    private final Supplier<String> bearerToken;
    private final RequestHeaders hostHeaders;
    private final long maxBytes;
    private final Refusals refusals;

    /**
     * Exchanges over a transport.
     *
     * @param bearerToken an empty one is not sent
     * @param maxBytes of a response, beyond which it is given up
     * @param clock for a {@code Retry-After} that is a date
     */
    public Exchange(
            Transport transport, Supplier<String> bearerToken, RequestHeaders hostHeaders, long maxBytes, Clock clock) {
        this.transport = transport;
        this.bearerToken = bearerToken;
        this.hostHeaders = hostHeaders;
        this.maxBytes = maxBytes;
        this.refusals = new Refusals(clock);
    }

    <A> A read(String path, String body, BackendCall call, AnswerReader<A> reader) {
        return exchange(path, body, Map.of(), call, response -> {
            if (!isSuccess(response)) {
                throw refusals.failure(response);
            }
            return answer(response, reader);
        });
    }

    RedemptionOutcome write(String path, String body, String idempotencyKey, BackendCall call) {
        var headers = Map.of("Idempotency-Key", idempotencyKey);
        return exchange(
                path,
                body,
                headers,
                call,
                response -> isSuccess(response)
                        ? new RedemptionOutcome.Done(answer(response, Answers::redemption))
                        : refusals.outcome(response));
    }

    private <A> A exchange(
            String path, String body, Map<String, String> headers, BackendCall call, ResponseReader<A> reader) {
        if (call.deadline().hasPassed()) {
            throw new RemoteTimeoutException("nothing is left of the budget", null);
        }
        try (var response = transport.send(request(path, body, headers, call))) {
            return reader.read(response);
        } catch (IOException broken) {
            throw Failures.of(broken, call);
        } catch (DiscountsException known) {
            throw known;
        } catch (RuntimeException unforeseen) {
            throw new RemoteFailedException("the transport failed", unforeseen);
        }
    }

    private TransportRequest request(String path, String body, Map<String, String> headers, BackendCall call) {
        return new TransportRequest("POST", path, headers(headers, call), body, call.deadline(), call.cancellation());
    }

    private Map<String, String> headers(Map<String, String> own, BackendCall call) {
        try {
            var headers = new HashMap<>(hostHeaders.headers());
            headers.putAll(own);
            headers.put("Accept", "application/json");
            headers.put("Content-Type", "application/json");
            headers.put(Priority.HEADER, call.priority().key());
            headers.put(PATIENCE, patience(call));
            var token = bearerToken.get();
            if (!token.isEmpty()) {
                headers.put("Authorization", "Bearer " + token);
            }
            return headers;
        } catch (RuntimeException hosts) {
            throw new RemoteFailedException("the host gave no token or headers", hosts);
        }
    }

    /** Of what the service understands: no less than one, no more than seven digits. */
    private static String patience(BackendCall call) {
        var left = call.deadline().left().toMillis();
        return Long.toString(Math.max(1, Math.min(left, MOST_PATIENCE)));
    }

    private <A> A answer(TransportResponse response, AnswerReader<A> reader) throws IOException {
        if (!isJson(response)) {
            throw new UnreadableException("a content type that is not JSON");
        }
        return reader.read(new CappedInputStream(response.body(), maxBytes));
    }

    private static boolean isSuccess(TransportResponse response) {
        return response.status() == 200 || response.status() == 201;
    }

    private static boolean isJson(TransportResponse response) {
        return MediaTypes.isJson(response.header("Content-Type").orElse(""));
    }

    @FunctionalInterface
    interface AnswerReader<A> {
        A read(InputStream bytes) throws IOException;
    }

    @FunctionalInterface
    private interface ResponseReader<A> {
        A read(TransportResponse response) throws IOException;
    }
}
