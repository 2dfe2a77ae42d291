package io.discounts.service.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What one run has written down, in a folder that it holds a lock in for as long as it lives. */
record RunFolder(Path path) {
    private static final int SECONDS_TO_DIE = 10;

    /** Writes the owner down. A person reads it; what tells whether the owner lives is the lock. */
    void recordOwner(ProcessIdentity owner) throws IOException {
        Files.writeString(path.resolve("owner"), owner + System.lineSeparator());
    }

    /** Empty while the owner lives. A lock cannot be mistaken, as a process id can. */
    Optional<ProcessLock> tryOwn() throws IOException {
        return ProcessLock.tryAcquire(path.resolve("owner.lock"));
    }

    void record(ProcessIdentity child) throws IOException {
        Files.writeString(
                children(), child + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    List<ProcessHandle> runningChildren() throws IOException {
        return lines(children())
                .map(ProcessIdentity::parse)
                .flatMap(child -> child.running().stream())
                .toList();
    }

    /** Kills rather than asks: their data is thrown away, and a stopped process does not hear a question. */
    void endChildren() throws IOException {
        var family = runningChildren().stream()
                .flatMap(child -> Stream.concat(child.descendants(), Stream.of(child)))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, SECONDS_TO_DIE, TimeUnit.SECONDS)
                .join();
    }

    Stream<Integer> claimedPorts() throws IOException {
        return lines(ports()).map(Integer::valueOf);
    }

    Path ports() {
        return path.resolve("ports");
    }

    void delete() throws IOException {
        Folders.delete(path);
    }

    private Path children() {
        return path.resolve("children");
    }

    /** Whole lines only: a run may have been killed while it wrote. */
    private static Stream<String> lines(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Stream.empty();
        }
        var text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines();
    }
}
