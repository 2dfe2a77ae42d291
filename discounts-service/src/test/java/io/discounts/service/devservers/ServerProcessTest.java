package io.discounts.service.devservers;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServerProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration IN_VAIN = Duration.ofMillis(500);

    private static DevRun run;
    private static ServerProcess redis;

    @BeforeAll
    static void startAServerOfItsOwn(@TempDir Path root) throws IOException {
        run = DevRun.begin(new DevCache(root), ProcessHandle.current(), new Random());
        redis = Redis.start(DevCache.ofUser(), run);
    }

    @AfterAll
    static void endIt() {
        run.end();
    }

    @BeforeEach
    void running() {
        redis.start();
    }

    @Test
    void answersNobodyWhileStopped() {
        redis.stop();

        assertThat(redis.isRunning()).isFalse();
        assertThatThrownBy(() -> ping(PATIENCE)).hasMessageContaining("Unable to connect");
    }

    @Test
    void comesBackOnTheSamePortAfterACrash() {
        var port = redis.port();

        redis.kill();
        redis.start();

        assertThat(redis.port()).isEqualTo(port);
        assertThat(ping(PATIENCE)).isEqualTo("PONG");
    }

    @Test
    void acceptsButDoesNotAnswerWhilePaused() {
        redis.pause();
        assertThatThrownBy(() -> ping(IN_VAIN)).hasRootCauseInstanceOf(RedisCommandTimeoutException.class);

        redis.resume();
        assertThat(ping(PATIENCE)).isEqualTo("PONG");
    }

    @Test
    void canBeStoppedWhilePaused() {
        redis.pause();

        redis.stop();

        assertThat(redis.isRunning()).isFalse();
    }

    @Test
    void isStartedOnlyOnce() throws IOException {
        var before = run.children();

        redis.start();

        assertThat(run.children()).isEqualTo(before);
    }

    @Test
    void tellsWhatItHasPrintedSinceItsLastStart() {
        var greeting = new ServerCommand(
                "greeting", List.of("sh", "-c", "echo hello; exec sleep 60"), Map.of(), run.path("."), "hello");
        var server = ServerProcess.started(run, greeting, redis.port());

        assertThat(server.output()).isEqualTo("hello\n");
        assertThat(ProcessHandle.of(server.pid())).isPresent();
        server.stop();
    }

    @Test
    void saysWhatAServerSaidThatDoesNotStart() {
        var broken = new ServerCommand(
                "broken", List.of("sh", "-c", "echo port taken; exit 7"), Map.of(), run.path("."), "ready");

        assertThatIllegalStateException()
                .isThrownBy(() -> ServerProcess.started(run, broken, 1))
                .withMessageContaining("broken ended with exit code 7")
                .withMessageContaining("port taken");
    }

    /** On a new connection. */
    private static String ping(Duration patience) {
        var uri = RedisURI.create("127.0.0.1", redis.port());
        uri.setTimeout(patience);
        try (var client = RedisClient.create(uri);
                var connection = client.connect()) {
            return connection.sync().ping();
        }
    }
}
