package io.discounts.loadtests.reads;

import io.discounts.service.devservers.ServerProcess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** One of two that are measured in turn: a server and what it is asked. Not safe for use by several threads. */
final class Contender {
    private final Load load;
    private final ServerProcess server;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> cpuMicros = new ArrayList<>();

    Contender(Load load, ServerProcess server) {
        this.load = load;
        this.server = server;
    }

    void warmUp(Duration time) throws ExecutionException, InterruptedException {
        load.run(time);
    }

    /**
     * One turn.
     *
     * @throws IllegalStateException if it was answered in any other way than is wanted
     */
    void measure(Duration time) throws ExecutionException, InterruptedException {
        var before = cpu();
        var measured = load.run(time);
        if (measured.refused() > 0) {
            throw new IllegalStateException("%,d answers of %s are not as wanted".formatted(measured.refused(), load));
        }
        rates.add(measured.rate());
        cpuMicros.add(cpu().minus(before).toNanos() / 1e3 / measured.answered());
    }

    /** Answers a second, the median of all turns. */
    double rate() {
        return median(rates);
    }

    /** CPU time of the server for one answer, in microseconds, the median of all turns. */
    double cpuMicros() {
        return median(cpuMicros);
    }

    private Duration cpu() {
        return ProcessHandle.of(server.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
