package io.discounts.service.devservers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ProcessLockTest {
    @TempDir
    private Path folder;

    @Test
    void isNotGivenTwice() throws IOException {
        var file = folder.resolve("a.lock");
        try (var held = ProcessLock.tryAcquire(file).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(ProcessLock.tryAcquire(file)).isEmpty();
        }
    }

    @Test
    void isFreeAgainWhenClosedByAnyThread() throws Exception {
        var file = folder.resolve("a.lock");
        var held = ProcessLock.tryAcquire(file).orElseThrow();

        Thread.ofVirtual().start(closing(held)).join();

        var again = ProcessLock.tryAcquire(file);
        assertThat(again).isPresent();
        again.orElseThrow().close();
    }

    @Test
    void isWaitedFor() throws Exception {
        var file = folder.resolve("a.lock");
        var held = ProcessLock.await(file);
        var asked = new CountDownLatch(1);
        var got = new AtomicBoolean();
        var waiting = Thread.ofVirtual().start(() -> {
            asked.countDown();
            got.set(acquiredAndClosed(file));
        });
        asked.await();

        assertThat(got).isFalse();
        held.close();

        await().untilTrue(got);
        waiting.join();
    }

    private static boolean acquiredAndClosed(Path file) {
        try {
            ProcessLock.await(file).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Runnable closing(ProcessLock lock) {
        return () -> {
            try {
                lock.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
    }
}
