package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.Options;

public final class HotRun {
    private HotRun() {}

    public static void run(Options options) {
        options.requireNoOthers();
    }
}
