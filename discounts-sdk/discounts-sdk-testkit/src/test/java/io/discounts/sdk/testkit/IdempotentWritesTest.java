package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdempotentWritesTest {
    private final IdempotentWrites writes = new IdempotentWrites();
    private final AtomicInteger written = new AtomicInteger();

    @Test
    void writesOnceForAKey() {
        var first = write("k-1", "/a", "{}");
        var second = write("k-1", "/a", "{}");

        assertThat(second).isSameAs(first);
        assertThat(written).hasValue(1);
    }

    @Test
    void writesForEachKey() {
        write("k-1", "/a", "{}");
        write("k-2", "/a", "{}");

        assertThat(written).hasValue(2);
    }

    @Test
    void refusesAKeyForAnotherBodyOrPath() {
        write("k-1", "/a", "{}");

        assertThat(write("k-1", "/a", "{ }").status()).isEqualTo(422);
        assertThat(write("k-1", "/b", "{}").body()).contains("idempotency-key-reused");
        assertThat(written).hasValue(1);
    }

    @Test
    void refusesAWriteWithoutAKey() {
        var request = new RecordedRequest("POST", "/a", Map.of(), "{}", TickingClock.START);

        assertThat(writes.once(request, this::response).status()).isEqualTo(400);
        assertThat(written).hasValue(0);
    }

    @Test
    void forgetsAWriteThatWasInvalid() {
        var request = keyed("k-1", "/a", "{}");
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> writes.once(request, () -> {
                    throw new InvalidRequest("no");
                }));

        assertThat(write("k-1", "/a", "{}").status()).isEqualTo(200);
    }

    private Response write(String key, String path, String body) {
        return writes.once(keyed(key, path, body), this::response);
    }

    private Response response() {
        return Response.json("{\"number\":" + written.incrementAndGet() + "}");
    }

    private static RecordedRequest keyed(String key, String path, String body) {
        return new RecordedRequest("POST", path, Map.of("idempotency-key", key), body, TickingClock.START);
    }
}
