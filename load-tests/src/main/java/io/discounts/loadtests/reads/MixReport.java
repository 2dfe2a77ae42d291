package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Plot;
import io.discounts.loadtests.reads.Statistics.Requests;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What came of a mix, for people. */
record MixReport(Phase phase, Statistics found, Watch watch) {
    /** What the service promises: 99.99 % of the reads are answered. */
    static final double MOST_FAILED = 0.0001;

    private static final List<String> HEADINGS =
            Stream.concat(Stream.of("who"), Statistics.HEADINGS.stream()).toList();

    void tell(HtmlReport page) {
        var rows = new ArrayList<List<String>>();
        for (var asking : Asking.values()) {
            rows.add(row(asking == Asking.CHECKOUT ? "checkout, all of it" : asking.key(), of(asking)));
        }
        for (var step : CheckoutStep.values()) {
            rows.add(row(step.words(), found.of(step.during(phase))));
        }
        page.table(HEADINGS, rows);
        var samples = watch.samples();
        page.plot(plot(
                "Heap and near cache in MiB, every %d s".formatted(Watch.SAMPLE_SECONDS),
                samples,
                line("heap in use", samples, Vitals::heapMebibytes),
                line("near cache", samples, Vitals::nearMebibytes)));
        page.plot(plot(
                "Heap in MiB, after collections",
                watch.collected(),
                line("live", watch.collected(), Vitals::heapMebibytes)));
        page.plot(plot("Threads", samples, line("threads", samples, Vitals::threads)));
        page.plot(plot("Descriptors", samples, line("descriptors", samples, Vitals::descriptors)));
    }

    /** What is not as it must be. */
    List<String> broken(int limitMillis) {
        var broken = new ArrayList<String>();
        for (var asking : Asking.values()) {
            var requests = of(asking);
            if (requests.answered() == 0 || requests.shareFailed() > MOST_FAILED || requests.p99() > limitMillis) {
                broken.add(asking.key() + " fails or is too slow: " + requests);
            }
        }
        if (found.of(CheckoutStep.CONFIRM.during(phase)).answered() == 0) {
            broken.add("no checkout was confirmed: has all run out since the data's last day?");
        }
        return broken;
    }

    private Requests of(Asking asking) {
        return found.of(asking.during(phase));
    }

    private static List<String> row(String name, Requests requests) {
        return Stream.concat(Stream.of(name), requests.cells().stream()).toList();
    }

    private static Plot plot(String title, List<Vitals> over, Plot.Line... lines) {
        return new Plot(title, over.stream().map(each -> "").toList(), List.of(lines));
    }

    private static Plot.Line line(String name, List<Vitals> over, ToDoubleFunction<Vitals> value) {
        return new Plot.Line(name, over.stream().map(value::applyAsDouble).toList());
    }
}
