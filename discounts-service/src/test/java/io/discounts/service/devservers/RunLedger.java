package io.discounts.service.devservers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All runs of this user, each in a folder of its own. To be used under its {@link #lock()}. */
@SuppressWarnings("try") // A lock is held, not used.
record RunLedger(Path root) {
    private static final Logger log = LoggerFactory.getLogger(RunLedger.class);

    ProcessLock lock() throws IOException {
        return ProcessLock.await(root.resolve("ledger.lock"));
    }

    RunFolder create(ProcessIdentity owner) throws IOException {
        var folder = new RunFolder(Files.createTempDirectory(root, owner.pid() + "-"));
        folder.recordOwner(owner);
        return folder;
    }

    /** Ends the servers of runs that were killed before they could do it themselves, and deletes their folders. */
    void endDeadRuns() throws IOException {
        for (var run : runs()) {
            var ownership = run.tryOwn();
            if (ownership.isPresent()) {
                try (var held = ownership.get()) {
                    log.atWarn().addKeyValue("run", run.path()).log("Cleaning up after a run that was killed");
                    run.endChildren();
                    run.delete();
                }
            }
        }
    }

    Set<Integer> claimedPorts() throws IOException {
        var claimed = new HashSet<Integer>();
        for (var run : runs()) {
            run.claimedPorts().forEach(claimed::add);
        }
        return claimed;
    }

    private List<RunFolder> runs() throws IOException {
        try (var folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).map(RunFolder::new).toList();
        }
    }
}
