package io.discounts.loadtests.packaged;

import io.discounts.loadtests.harness.ServiceBuild;
import io.discounts.loadtests.harness.ServiceProcess;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A way to start the service, and its starts so far. Not safe for use by several threads. */
final class Way {
    private final String name;
    private final ServiceBuild build;
    private final List<Start> starts = new ArrayList<>();

    Way(String name, ServiceBuild build) {
        this.name = name;
        this.build = build;
    }

    String name() {
        return name;
    }

    /** One start, which does not count by itself. */
    Start start(Map<String, String> settings, List<String> searches) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var service = ServiceProcess.start("start", settings, build);
        Readiness.await(service);
        var ready = since(began);
        var cpu = ProcessHandle.of(service.process().pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
        var caller = new AuthorizedCaller(service.url());
        began = System.nanoTime();
        var refused = caller.ask(StartSettings.SEARCH, searches.getFirst());
        var first = since(began);
        for (var search : searches.subList(1, searches.size())) {
            refused += caller.ask(StartSettings.SEARCH, search);
        }
        var start = new Start(ready, cpu, first, since(began), refused);
        service.process().stop();
        return start;
    }

    void add(Start start) {
        starts.add(start);
    }

    List<Start> starts() {
        return List.copyOf(starts);
    }

    /** The median of all starts, in milliseconds. */
    double median(Function<Start, Duration> figure) {
        var sorted = starts.stream().map(figure).sorted().toList();
        return sorted.get(sorted.size() / 2).toNanos() / 1e6;
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
