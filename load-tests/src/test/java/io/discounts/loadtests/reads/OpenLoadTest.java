package io.discounts.loadtests.reads;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;

class OpenLoadTest {
    private static final String EVALUATION =
            "{\"region\":\"ES\",\"storeId\":\"s-1\",\"customer\":{\"id\":\"c-1\"},\"context\":{}}";
    private static final String APPLIED = "{\"applied\":[{\"discountId\":\"p:1\",\"amount\":5}]}";
    private static final String HELD = "{\"redemptionId\":\"r-1\",\"status\":\"HELD\",\"fencingToken\":7,"
            + "\"expiresAt\":\"2026-11-22T12:00:00Z\"}";
    private static final Phase PHASE = new Phase("all", 400, 1);

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

    OpenLoadTest() throws IOException {}

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksAsManyAsAreDueAndGoesThroughCheckoutsToTheirEnd() throws Exception {
        answering("/v1/discounts/search", 200, "{}");
        answering("/v1/discounts/evaluate", 200, APPLIED);
        answering("/v1/redemptions", 201, HELD);

        var found = load().run(List.of(PHASE));

        assertThat(found.of("browse all").answered()).isEqualTo(240);
        assertThat(found.of("shadow all").answered()).isEqualTo(120);
        assertThat(found.of("checkout all").answered()).isEqualTo(40);
        assertThat(found.of("checkout's confirm all").answered()).isEqualTo(8);
        assertThat(found.of("checkout's release all").answered()).isEqualTo(2);
    }

    @Test
    void goesNoFurtherThanTheAnswerItDoesNotWant() throws Exception {
        answering("/v1/discounts/search", 503, "");
        answering("/v1/discounts/evaluate", 200, APPLIED);

        var found = load().run(List.of(PHASE));

        assertThat(found.of("browse all").failures()).isEqualTo(Map.of(503, 240L));
        assertThat(found.of("checkout all").asked()).isEqualTo(10);
        assertThat(found.of("checkout's evaluate all").asked()).isZero();
    }

    @Test
    void countsWhomNobodyAnswersAsFailed() throws Exception {
        stop();

        assertThat(load().run(List.of(PHASE)).of("shadow all").failures()).isEqualTo(Map.of(0, 120L));
    }

    @Test
    void asksEachTimeForWhoeverIsAbout() throws Exception {
        var numbers = new AtomicInteger();
        var asked = new ConcurrentLinkedQueue<String>();
        server.createContext("/v1/discounts", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });

        load(body -> body.replace("c-1", "c-" + numbers.incrementAndGet())).run(List.of(PHASE));

        assertThat(asked).hasSize(370).doesNotHaveDuplicates();
    }

    private OpenLoad load() {
        return load(UnaryOperator.identity());
    }

    private OpenLoad load(UnaryOperator<String> asked) {
        var search = List.of("{\"customer\":{\"id\":\"c-1\"}}");
        return new OpenLoad(
                url,
                Map.of(Asking.CHECKOUT, List.of(EVALUATION), Asking.BROWSE, search, Asking.SHADOW, search),
                asked,
                "test");
    }

    private void answering(String path, int status, String body) {
        server.createContext(path, exchange -> answer(exchange, status, body));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var answer = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
