package io.discounts.loadtests.reads;

import io.discounts.loadtests.data.FilledSchema;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;

/** Fills the database that runs about reads find later: at 25.3M that takes longer than most of them. */
public final class Fill {
    private Fill() {}

    /** Options: those of the data, {@code kept} among them; {@code pool} of the database in GiB. */
    public static void run(Options options) throws Exception {
        var data = FilledSchema.dataset(options);
        var pool = options.number("pool", 1);
        if (options.given("kept").isEmpty()) {
            throw new IllegalArgumentException("kept=<folder> is missing: nothing would be left");
        }
        options.requireNoOthers();
        ReadService.filled("kept", data, pool, new Report());
    }
}
