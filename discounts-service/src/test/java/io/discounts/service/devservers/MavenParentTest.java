package io.discounts.service.devservers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MavenParentTest {
    private static final String LAUNCHER = "org.codehaus.plexus.classworlds.launcher.Launcher";

    private Process maven;

    @BeforeEach
    void startAMaven() throws IOException {
        // As Surefire does it: Maven, a shell, the JVM.
        maven = new ProcessBuilder("sh", "-c", "sh -c 'sleep 600; :'; :", LAUNCHER).start();
        await().until(() -> maven.descendants().count() == 2);
    }

    @AfterEach
    void endTheFamily() {
        maven.descendants().forEach(ProcessHandle::destroyForcibly);
        maven.destroyForcibly();
    }

    @Test
    void isFoundAmongTheAncestors() {
        assertThat(MavenParent.of(grandchild())).map(MavenParent::process).hasValue(maven.toHandle());
    }

    @Test
    void tellsWhenItIsKilled() {
        var told = new AtomicBoolean();
        MavenParent.of(grandchild()).orElseThrow().whenItEnds(() -> told.set(true));
        assertThat(told).isFalse();

        maven.destroyForcibly();

        await().untilTrue(told);
    }

    private ProcessHandle grandchild() {
        return maven.descendants()
                .filter(process -> process.children().findAny().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
