package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.SystemTool;

import java.io.IOException;
import java.util.Locale;

/**
 * Cores that a process may use, so that a service and who asks it do not take them from each other: else what is measured beyond
 * the knee is how the machine shares them.
 *
 * @param list as {@code taskset} has it; empty for all
 */
record Cores(String list) {
    static final Cores ALL = new Cores("");

    /** The first half of the machine's. */
    static Cores forTheService() {
        return range(0, half());
    }

    /** The other half. */
    static Cores forTheLoad() {
        return range(half(), Runtime.getRuntime().availableProcessors());
    }

    @Override
    public String toString() {
        return list.isEmpty() ? "all" : list;
    }

    /**
     * Gives them to a process that runs already, and to what threads it has or will have.
     *
     * @throws IOException if the machine has no {@code taskset}, or not these cores
     */
    void bind(long pid) throws IOException, InterruptedException {
        if (!list.isEmpty()) {
            SystemTool.run("taskset", "-acp", list, Long.toString(pid));
        }
    }

    private static int half() {
        return Runtime.getRuntime().availableProcessors() / 2;
    }

    private static Cores range(int from, int until) {
        return half() == 0 ? ALL : new Cores(String.format(Locale.ROOT, "%d-%d", from, until - 1));
    }
}
