package io.discounts.service.devservers;

import io.discounts.service.devservers.DevCache.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DevCacheTest {
    private final AtomicInteger installations = new AtomicInteger();

    private DevCache cache;

    @BeforeEach
    void createCache(@TempDir Path root) {
        cache = new DevCache(root);
    }

    @Test
    void installsAVersionOnce() throws IOException {
        var first = cache.installed("redis", "1", this::install);
        var second = cache.installed("redis", "1", this::install);

        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("program")).hasContent("ready");
        assertThat(installations).hasValue(1);
    }

    @Test
    void keepsVersionsApart() throws IOException {
        cache.installed("redis", "1", this::install);
        cache.installed("redis", "2", this::install);

        assertThat(installations).hasValue(2);
    }

    @Test
    void startsAfreshAfterAnInterruptedInstallation() throws IOException {
        Installation interrupted = folder -> {
            Files.writeString(folder.resolve("half"), "done");
            throw new IOException("power cut");
        };
        assertThatThrownBy(() -> cache.installed("redis", "1", interrupted)).hasMessage("power cut");

        var folder = cache.installed("redis", "1", this::install);

        assertThat(folder.resolve("half")).doesNotExist();
        assertThat(folder.resolve("program")).exists();
    }

    @Test
    void installsOnceForManyAtATime() {
        var all = Stream.generate(() -> CompletableFuture.runAsync(this::installRedis, Thread::startVirtualThread))
                .limit(20)
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(all).join();

        assertThat(installations).hasValue(1);
    }

    private void installRedis() {
        try {
            assertThat(cache.installed("redis", "1", this::install).resolve("program"))
                    .exists();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void install(Path folder) throws IOException {
        installations.incrementAndGet();
        Files.writeString(folder.resolve("program"), "ready");
    }
}
