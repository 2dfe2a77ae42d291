package io.discounts.service.devservers;

import java.util.Optional;
import java.util.stream.Stream;

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

    /** Runs the action when Maven is gone. */
    void whenItEnds(Runnable action) {
        var unused = process.onExit().thenRun(action);
    }

    private static boolean isMaven(ProcessHandle candidate) {
        return candidate
                .info()
                .commandLine()
                .filter(line -> line.contains(LAUNCHER))
                .isPresent();
    }
}
