package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.RuntimeThreads;
import io.discounts.service.devservers.RunningServers;

import java.time.Duration;

/**
 * CPU time used so far, or within a turn.
 *
 * @param here of this process
 * @param runtime of that, what its compilers and collectors have used
 */
record TurnCpu(Duration database, Duration redis, Duration here, Duration runtime) {

    static TurnCpu now(RunningServers servers) {
        return new TurnCpu(
                used(servers.mariaDb().orElseThrow().pid()),
                used(servers.redis().pid()),
                used(ProcessHandle.current().pid()),
                RuntimeThreads.used());
    }

    TurnCpu since(TurnCpu earlier) {
        return new TurnCpu(
                database.minus(earlier.database),
                redis.minus(earlier.redis),
                here.minus(earlier.here),
                runtime.minus(earlier.runtime));
    }

    private static Duration used(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
