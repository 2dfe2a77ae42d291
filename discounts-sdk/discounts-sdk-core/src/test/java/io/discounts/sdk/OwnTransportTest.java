package io.discounts.sdk;

import io.discounts.sdk.spi.Transport;
import io.discounts.sdk.spi.TransportRequest;
import io.discounts.sdk.spi.TransportResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A host's own way to the service, which may be as bad as it likes. */
class OwnTransportTest {
    private final LocalSearch local = new LocalSearch();
    private final HostsTransport transport = new HostsTransport();

    private DiscountsClientBuilder builder() {
        return DiscountsClient.builder()
                .transport(transport)
                .local(local)
                .routes(Fixtures.at(Stage.REMOTE))
                .options(Fixtures.PATIENT);
    }

    @Test
    void carriesRequestsAndTheirDeadline() {
        try (var client = builder().build()) {
            assertThat(client.search(Fixtures.SEARCH).source()).isEqualTo(Source.REMOTE);
        }

        var request = transport.requests.get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/discounts/search");
        assertThat(request.deadline().left()).isLessThanOrEqualTo(Fixtures.PATIENT.budget());
        assertThat(transport.responsesClosed).isEqualTo(1);
        assertThat(transport.closed).isTrue();
    }

    static Stream<Supplier<Throwable>> bad() {
        return Stream.of(
                () -> new IllegalStateException("its own trouble"),
                () -> new NoClassDefFoundError("okhttp3/OkHttpClient"),
                () -> new StackOverflowError(),
                () -> new AssertionError("unforeseen"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whateverItThrowsIsAFailureOfTheService(Supplier<Throwable> failure) {
        transport.failure = failure.get();
        try (var client = builder().build()) {
            var answer = client.search(Fixtures.SEARCH);

            assertThat(answer.value()).isEqualTo(Fixtures.LOCAL_SEARCH);
            assertThat(answer.reason()).isEqualTo(Reason.REMOTE_FAILED);
            assertThat(answer.failure()).hasCause(transport.failure);
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whateverItThrowsOpensTheBreaker(Supplier<Throwable> failure) {
        transport.failure = failure.get();
        try (var client = builder().build()) {
            for (var i = 0; i < 20; i++) {
                client.search(Fixtures.SEARCH);
            }

            assertThat(client.search(Fixtures.SEARCH).reason()).isEqualTo(Reason.BREAKER_OPEN);
        }
    }

    @Test
    void anErrorOfTheLocalSearchPassesAsItIs() {
        var own = new AssertionError("the monolith's own");
        local.failing(() -> {
            throw own;
        });
        try (var client = builder().routes(Fixtures.at(Stage.LOCAL)).build()) {
            assertThatThrownBy(() -> client.search(Fixtures.SEARCH)).isSameAs(own);
        }
    }

    /** Answers fixtures or throws. */
    private static final class HostsTransport implements Transport {
        private final List<TransportRequest> requests = new ArrayList<>();
        private @Nullable Throwable failure;
        private int responsesClosed;
        private boolean closed;

        @Override
        public TransportResponse send(TransportRequest request) throws IOException {
            requests.add(request);
            if (failure != null) {
                throw HostsTransport.<RuntimeException>sneaky(failure);
            }
            return new Fixture();
        }

        /** Any throwable at all, as bytecode may throw it. */
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        private static <T extends Throwable> T sneaky(Throwable throwable) throws T {
            throw (T) throwable;
        }

        @Override
        public void close() {
            closed = true;
        }

        private final class Fixture implements TransportResponse {
            @Override
            public int status() {
                return 200;
            }

            @Override
            public Optional<String> header(String name) {
                return name.equalsIgnoreCase("Content-Type") ? Optional.of("application/json; v=1") : Optional.empty();
            }

            @Override
            public InputStream body() {
                return new ByteArrayInputStream(Fixtures.SEARCH_JSON.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() {
                responsesClosed++;
            }
        }
    }
}
