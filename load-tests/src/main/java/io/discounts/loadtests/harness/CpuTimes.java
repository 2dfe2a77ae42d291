package io.discounts.loadtests.harness;

import io.discounts.service.devservers.ServerProcess;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The CPU time that processes have used so far, by what they are called. */
public record CpuTimes(Map<String, Duration> used, long at) {
    public static CpuTimes of(Map<String, ServerProcess> processes) {
        var used = new LinkedHashMap<String, Duration>();
        processes.forEach((name, process) -> used.put(name, used(ProcessHandle.of(process.pid()))));
        used.put("this run", used(Optional.of(ProcessHandle.current())));
        return new CpuTimes(used, System.nanoTime());
    }

    /** Since an earlier look: of how many cores each process had the time, such as {@code service 0.84, kinesis 0.31}. */
    public String coresSince(CpuTimes earlier) {
        var nanos = (double) (at - earlier.at());
        return used.entrySet().stream()
                .map(each -> "%s %.2f"
                        .formatted(
                                each.getKey(),
                                each.getValue()
                                                .minus(earlier.used().getOrDefault(each.getKey(), each.getValue()))
                                                .toNanos()
                                        / nanos))
                .collect(Collectors.joining(", "));
    }

    private static Duration used(Optional<ProcessHandle> process) {
        return process.flatMap(each -> each.info().totalCpuDuration()).orElse(Duration.ZERO);
    }
}
