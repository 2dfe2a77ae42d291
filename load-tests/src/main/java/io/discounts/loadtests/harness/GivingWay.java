package io.discounts.loadtests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Processes that get less of a processor than others want: stand-ins for what runs on machines of its own elsewhere, and takes
 * from the service here what it never would there.
 */
public final class GivingWay {
    /** A third of what another gets while both want more than there is. */
    private static final String NICE = "5";

    private GivingWay() {}

    /** To be asked by whoever has started the process; it need not be root. */
    public static void of(long pid) throws IOException, InterruptedException {
        SystemTool.run("renice", "-n", NICE, "-p", Long.toString(pid));
        regroup(pid);
    }

    /**
     * Where Linux shares processors out among sessions first, a process is nice to its own session alone: the session has a
     * niceness too (sched(7), autogroup).
     */
    private static void regroup(long pid) throws IOException {
        var session = Path.of("/proc", Long.toString(pid), "autogroup");
        if (Files.exists(session)) {
            Files.writeString(session, NICE, StandardOpenOption.WRITE);
        }
    }
}
