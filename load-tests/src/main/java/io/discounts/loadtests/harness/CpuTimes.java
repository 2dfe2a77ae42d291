package io.discounts.loadtests.harness;

import io.discounts.service.devservers.ServerProcess;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The CPU time that processes have used so far, by what they are called. */
public record CpuTimes(Map<String, Duration> used, long at) {
    public static CpuTimes of(Map<String, ServerProcess> processes) {
        return of(processes, Map.of());
    }

    /** The same with other processes beside them. */
    public static CpuTimes of(Map<String, ServerProcess> processes, Map<String, ProcessHandle> others) {
        var used = new LinkedHashMap<String, Duration>();
        processes.forEach((name, process) -> used.put(name, used(ProcessHandle.of(process.pid()))));
        others.forEach((name, process) -> used.put(name, used(Optional.of(process))));
        used.put("this run", used(Optional.of(ProcessHandle.current())));
        return new CpuTimes(used, System.nanoTime());
    }

    /** Since an earlier look: of how many cores each process had the time, such as {@code service 0.84, kinesis 0.31}. */
    public String coresSince(CpuTimes earlier) {
        var nanos = (double) (at - earlier.at());
        return described(earlier, used -> "%.2f".formatted(used.toNanos() / nanos));
    }

    /**
     * Since an earlier look: what each process used for each of so many pieces of work, such as {@code service 400, kinesis
     * 160}. It says more than a rate where others use the machine as well.
     */
    public String millisSince(CpuTimes earlier, double pieces) {
        return described(earlier, used -> "%.0f".formatted(used.toMillis() / pieces));
    }

    private String described(CpuTimes earlier, Function<Duration, String> figure) {
        return used.entrySet().stream()
                .map(each -> each.getKey() + " "
                        + figure.apply(
                                each.getValue().minus(earlier.used().getOrDefault(each.getKey(), each.getValue()))))
                .collect(Collectors.joining(", "));
    }

    private static Duration used(Optional<ProcessHandle> process) {
        return process.flatMap(each -> each.info().totalCpuDuration()).orElse(Duration.ZERO);
    }
}
