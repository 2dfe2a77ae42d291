package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.Options;

public final class FrozenHolderRun {
    private FrozenHolderRun() {}

    public static void run(Options options) {
        options.requireNoOthers();
    }
}
