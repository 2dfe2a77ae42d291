package io.discounts.loadtests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What this JVM does for the program rather than with it: its threads that compile and collect garbage. */
public final class RuntimeThreads {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final Pattern THEIRS = Pattern.compile("\\d+ \\((?:C[12] Compiler|GC Thread|G1 )[^)]*\\) (.*)\\s*");
    private static final int USER_TICKS = 11; // places behind the name, see proc_pid_stat(5)
    private static final int SYSTEM_TICKS = 12;
    private static final Duration TICK = Duration.ofMillis(10);

    private RuntimeThreads() {}

    /** The CPU time that those which run now have used so far; nothing where the system does not tell. */
    public static Duration used() {
        try (var tasks = Files.isDirectory(TASKS) ? Files.list(TASKS) : Stream.<Path>empty()) {
            return TICK.multipliedBy(
                    tasks.mapToLong(task -> ticks(task.resolve("stat"))).sum());
        } catch (IOException notTold) {
            return Duration.ZERO;
        }
    }

    private static long ticks(Path stat) {
        try {
            var theirs = THEIRS.matcher(Files.readString(stat));
            if (!theirs.matches()) {
                return 0;
            }
            var fields = theirs.group(1).split(" ", -1);
            return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
        } catch (IOException ended) {
            return 0;
        }
    }
}
