package io.discounts.service.devservers;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * The Maven that started this JVM. When it is killed outright it cannot end what it started, so this JVM ends itself.
 * Started by anything else, a run lives on its own.
 */
record MavenParent(ProcessHandle process) {
    private static final String LAUNCHER = "org.codehaus.plexus.classworlds.launcher.Launcher";

    /** The nearest Maven among the ancestors: Surefire puts a shell between. */
    static Optional<MavenParent> of(ProcessHandle child) {
        return Stream.iterate(child.parent(), Optional::isPresent, parent -> parent.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(MavenParent::isMaven)
                .findFirst()
                .map(MavenParent::new);
    }

    /** Runs the action once, within a second of Maven's end. */
    void whenItEnds(Runnable action) {
        Thread.ofVirtual().name("maven-watch").start(() -> {
            // Not onExit: for a process that is no child of ours it looks ever more seldom.
            await().forever().pollInterval(Duration.ofMillis(500)).until(() -> !process.isAlive());
            action.run();
        });
    }

    private static boolean isMaven(ProcessHandle candidate) {
        return candidate
                .info()
                .commandLine()
                .filter(line -> line.contains(LAUNCHER))
                .isPresent();
    }
}
