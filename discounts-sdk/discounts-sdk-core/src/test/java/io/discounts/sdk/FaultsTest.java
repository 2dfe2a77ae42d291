package io.discounts.sdk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whatever the service does, the caller gets a local answer in time, and is told what happened. */
@Timeout(60)
class FaultsTest {
    private final LocalSearch local = new LocalSearch();
    private ScriptedService service;

    @BeforeEach
    void start() throws IOException {
        service = ScriptedService.start();
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    private DiscountsClient client(Stage stage, ClientOptions options) {
        return DiscountsClient.builder()
                .service(service.uri())
                .local(local)
                .routes(Fixtures.at(stage))
                .options(options)
                .build();
    }

    static Stream<Arguments> faults() {
        var megabytes100 = 100L * 1024 * 1024;
        return Stream.of(
                arguments("hangs", ScriptedService.hang(), Reason.TIMEOUT),
                arguments("head, then a byte now and then", dripping(), Reason.TIMEOUT),
                arguments("reset", ScriptedService.reset(), Reason.REMOTE_FAILED),
                arguments("500", status(500), Reason.REMOTE_FAILED),
                arguments("502", status(502), Reason.REMOTE_FAILED),
                arguments("503", status(503), Reason.REMOTE_FAILED),
                arguments("429", status(429), Reason.REMOTE_FAILED),
                arguments("redirect", redirect(), Reason.REMOTE_FAILED),
                arguments("400", status(400), Reason.REJECTED),
                arguments("401", status(401), Reason.REJECTED),
                arguments("404", status(404), Reason.REJECTED),
                arguments("HTML", ScriptedService.response(200, "text/html", "<html>hello"), Reason.UNREADABLE),
                arguments("HTML as JSON", ScriptedService.json("<html>hello"), Reason.UNREADABLE),
                arguments("truncated", ScriptedService.truncated(Fixtures.SEARCH_JSON), Reason.UNREADABLE),
                arguments("cut off in the JSON", ScriptedService.json("{\"stores\":["), Reason.UNREADABLE),
                arguments("too large", ScriptedService.huge(megabytes100), Reason.UNREADABLE),
                arguments("empty", ScriptedService.json(""), Reason.UNREADABLE),
                arguments("another document", ScriptedService.json("[]"), Reason.UNREADABLE),
                arguments("no HTTP", garbage(), Reason.UNREADABLE));
    }

    /** Only what would take for ever has to be in a hurry. */
    private static ClientOptions options(Reason expected) {
        return expected == Reason.TIMEOUT ? ClientOptions.DEFAULTS : Fixtures.PATIENT;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void answersLocallyAndTellsWhy(String fault, ScriptedService.Script script, Reason reason) {
        service.does(script);
        try (var client = client(Stage.REMOTE, options(reason))) {
            var answer = client.search(Fixtures.SEARCH);

            assertThat(answer.value()).isEqualTo(Fixtures.LOCAL_SEARCH);
            assertThat(answer.reason()).isEqualTo(reason);
            assertThat(answer.failure()).isNotNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void checksBehindAnswerLocallyAsWell(String fault, ScriptedService.Script script, Reason reason) {
        service.does(script);
        try (var client = client(Stage.VERIFY, options(reason))) {
            assertThat(client.evaluate(Fixtures.EVALUATE).reason()).isEqualTo(reason);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void withoutALocalSearchTheFailureIsThrownAsItsKind(String fault, ScriptedService.Script script, Reason reason) {
        service.does(script);
        try (var client = client(Stage.REMOTE_ONLY, options(reason))) {
            assertThatThrownBy(() -> client.search(Fixtures.SEARCH))
                    .isInstanceOfSatisfying(
                            DiscountsException.class,
                            thrown -> assertThat(thrown.reason()).isEqualTo(reason));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void holdsAreTakenLocally(String fault, ScriptedService.Script script, Reason reason) {
        service.does(script);
        try (var client = client(Stage.REMOTE, options(reason))) {
            var answer = client.hold(Fixtures.hold(Path.REMOTE));

            assertThat(answer.value()).isEqualTo(Fixtures.held(Path.LOCAL));
            assertThat(answer.reason()).isEqualTo(reason);
        }
    }

    @Test
    void answersLocallyWhenNobodyListens() throws IOException {
        service.close();
        try (var client = client(Stage.REMOTE, Fixtures.PATIENT)) {
            assertThat(client.search(Fixtures.SEARCH).reason()).isEqualTo(Reason.REMOTE_FAILED);
        }
    }

    @Test
    void answersLocallyWhenConnectingTakesForEver() throws IOException {
        var waiting = new ArrayList<Socket>();
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // The backlog is full once connecting hangs; the kernel drops further SYNs.
            for (var i = 0; i < 16; i++) {
                waiting.add(connecting(full));
            }
            try (var client = DiscountsClient.builder()
                    .service(URI.create("http://127.0.0.1:" + full.getLocalPort()))
                    .local(local)
                    .routes(Fixtures.at(Stage.REMOTE))
                    .build()) {
                assertThat(client.search(Fixtures.SEARCH).reason()).isEqualTo(Reason.TIMEOUT);
            }
        } finally {
            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void givesUpTheConnectionOfACallThatTookTooLong() {
        service.does(ScriptedService.hang());
        try (var client = client(Stage.REMOTE, ClientOptions.DEFAULTS)) {
            client.search(Fixtures.SEARCH);

            await().untilAsserted(() -> assertThat(service.openConnections()).isZero());
        }
    }

    @Test
    void keepsTheConnectionOfACallThatWasAnswered() {
        service.does(ScriptedService.json(Fixtures.SEARCH_JSON));
        try (var client = client(Stage.REMOTE, Fixtures.PATIENT)) {
            client.search(Fixtures.SEARCH);
            service.does(ScriptedService.response(500, "application/problem+json", Fixtures.problem("internal-error")));
            client.search(Fixtures.SEARCH);
            client.search(Fixtures.SEARCH);

            assertThat(service.openConnections()).isEqualTo(1);
        }
    }

    @Test
    void aBudgetOfTheCallIsItsOwn() {
        service.does(ScriptedService.hang());
        try (var client = client(Stage.REMOTE_ONLY, ClientOptions.DEFAULTS.withBudget(Duration.ofHours(1)))) {
            assertThatThrownBy(() -> client.search(Fixtures.SEARCH, Call.BROWSE.within(Duration.ofMillis(50))))
                    .isInstanceOf(RemoteTimeoutException.class);
        }
    }

    @Test
    void readsNoMoreOfAResponseThanItsLimit() {
        service.does(ScriptedService.json(Fixtures.SEARCH_JSON));
        var exact = Fixtures.SEARCH_JSON.length();
        try (var roomy = client(Stage.REMOTE, Fixtures.PATIENT.withMaxResponseBytes(exact));
                var tight = client(Stage.REMOTE, Fixtures.PATIENT.withMaxResponseBytes(exact - 1))) {
            assertThat(roomy.search(Fixtures.SEARCH).source()).isEqualTo(Source.REMOTE);
            assertThat(tight.search(Fixtures.SEARCH).reason()).isEqualTo(Reason.UNREADABLE);
        }
    }

    private static Socket connecting(ServerSocket full) throws IOException {
        var socket = SocketChannel.open();
        socket.configureBlocking(false);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), full.getLocalPort()));
        return socket.socket();
    }

    private static ScriptedService.Script status(int status) {
        return ScriptedService.response(status, "application/problem+json", Fixtures.problem("some-problem"));
    }

    private static ScriptedService.Script redirect() {
        return ScriptedService.response(302, "text/plain", "", "Location: /elsewhere");
    }

    private static ScriptedService.Script dripping() {
        return ScriptedService.drip(Fixtures.SEARCH_JSON, 100);
    }

    private static ScriptedService.Script garbage() {
        return (request, connection) -> {
            connection.getOutputStream().write("hello\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            throw new IOException("enough");
        };
    }
}
