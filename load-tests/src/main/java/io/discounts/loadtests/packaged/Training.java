package io.discounts.loadtests.packaged;

import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Packaged;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.service.devservers.ServerProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts the service, asks it what customers ask, and ends it: the JVM then writes what it has loaded, linked and learnt of its
 * methods.
 */
record Training(StartSettings settings, Questions questions, Report report) {
    private static final int REQUESTS = 1_000;
    private static final int MINUTES_TO_WRITE = 5;
    private static final long MIB = 1 << 20;

    void train(Packaged packaged) throws Exception {
        var service = ServiceProcess.start("training", settings.of("training"), packaged.inTraining());
        Readiness.await(service);
        ask(new AuthorizedCaller(service.url()));
        var unused = service.metrics();
        end(service.process());
        if (!Files.exists(packaged.cache())) {
            throw new IllegalStateException(
                    "the JVM has written no cache:\n" + service.process().output());
        }
        report.line("%s has %,d MiB", packaged.cache(), Files.size(packaged.cache()) / MIB);
    }

    private void ask(AuthorizedCaller caller) throws IOException, InterruptedException {
        for (var stores : List.of(1, 20)) {
            for (var search : questions.searches(REQUESTS, stores)) {
                var unused = caller.ask(StartSettings.SEARCH, search);
            }
        }
        for (var evaluation : questions.evaluations(REQUESTS)) {
            var unused = caller.ask(StartSettings.EVALUATE, evaluation);
        }
    }

    /** Writing takes the JVM longer than a server is otherwise given to end. */
    private static void end(ServerProcess process) throws InterruptedException, ExecutionException, TimeoutException {
        var running = ProcessHandle.of(process.pid()).orElseThrow();
        running.destroy();
        var unused = running.onExit().get(MINUTES_TO_WRITE, TimeUnit.MINUTES);
    }
}
