package io.discounts.loadtests.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A program of the system's that does one thing to a process and ends. */
public final class SystemTool {
    private SystemTool() {}

    /**
     * Runs it to its end.
     *
     * @throws IOException with what the program said, if there is none of the name or it failed
     */
    public static void run(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(words[0] + ": " + said);
        }
    }
}
