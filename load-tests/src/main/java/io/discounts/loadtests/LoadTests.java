package io.discounts.loadtests;

import io.discounts.loadtests.bootstrap.BootstrapRun;
import io.discounts.loadtests.bootstrap.ReplayKillRun;
import io.discounts.loadtests.data.Generate;
import io.discounts.loadtests.events.EventsOutageRun;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.ingestion.IngestionRatioRun;
import io.discounts.loadtests.ingestion.KillRun;
import io.discounts.loadtests.ingestion.LeaseOutageRun;
import io.discounts.loadtests.ingestion.RateRun;
import io.discounts.loadtests.ingestion.ReadableRun;
import io.discounts.loadtests.ingestion.ReshardRun;
import io.discounts.loadtests.ingestion.StopRun;
import io.discounts.loadtests.ingestion.ZombieRun;
import io.discounts.loadtests.packaged.PackageCommand;
import io.discounts.loadtests.packaged.StartRun;
import io.discounts.loadtests.reads.ColdRun;
import io.discounts.loadtests.reads.Fill;
import io.discounts.loadtests.reads.MixRun;
import io.discounts.loadtests.reads.RatioRun;
import io.discounts.loadtests.reads.SearchRun;
import io.discounts.loadtests.reads.SheetRowRun;
import io.discounts.loadtests.reads.StressRun;
import io.discounts.loadtests.redemption.FrozenHolderRun;
import io.discounts.loadtests.redemption.HotRun;
import io.discounts.loadtests.redemption.LostLocksRun;
import io.discounts.loadtests.redemption.OversellRun;
import io.discounts.loadtests.redemption.SameKeyRun;
import io.discounts.service.devservers.DevServers;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Starts the run that the first argument names; the others, {@code name=value}, are its options. */
final class LoadTests {
    private static final Map<String, HeavyRun> RUNS = new TreeMap<>(Map.ofEntries(
            Map.entry("bootstrap-run", BootstrapRun::run),
            Map.entry("cold-run", ColdRun::run),
            Map.entry("events-outage-run", EventsOutageRun::run),
            Map.entry("fill", Fill::run),
            Map.entry("generate", Generate::run),
            Map.entry("frozen-holder-run", FrozenHolderRun::run),
            Map.entry("hot-run", HotRun::run),
            Map.entry("ingestion-ratio-run", IngestionRatioRun::run),
            Map.entry("kill-run", KillRun::run),
            Map.entry("lease-outage-run", LeaseOutageRun::run),
            Map.entry("lost-locks-run", LostLocksRun::run),
            Map.entry("oversell-run", OversellRun::run),
            Map.entry("mix-run", MixRun::run),
            Map.entry("package", PackageCommand::run),
            Map.entry("rate-run", RateRun::run),
            Map.entry("ratio-run", RatioRun::run),
            Map.entry("readable-run", ReadableRun::run),
            Map.entry("replay-kill-run", ReplayKillRun::run),
            Map.entry("reshard-run", ReshardRun::run),
            Map.entry("same-key-run", SameKeyRun::run),
            Map.entry("search-run", SearchRun::run),
            Map.entry("sheet-row-run", SheetRowRun::run),
            Map.entry("soak-run", MixRun::soak),
            Map.entry("start-run", StartRun::run),
            Map.entry("stop-run", StopRun::run),
            Map.entry("stress-run", StressRun::run),
            Map.entry("zombie-run", ZombieRun::run)));

    private LoadTests() {}

    public static void main(String[] args) throws Exception {
        var run = args.length == 0 ? null : RUNS.get(args[0]);
        if (run == null) {
            System.err.println("The runs are: " + String.join(", ", RUNS.keySet()));
            System.exit(2);
            return;
        }
        DevServers.endWithThisProcess();
        run.run(Options.of(Arrays.asList(args).subList(1, args.length)));
        System.exit(0);
    }

    /** Prints its figures; throws unless all is as it must be. */
    @FunctionalInterface
    private interface HeavyRun {
        void run(Options options) throws Exception;
    }
}
