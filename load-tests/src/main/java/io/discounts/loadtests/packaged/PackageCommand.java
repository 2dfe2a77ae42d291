package io.discounts.loadtests.packaged;

import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.Generate;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Packaged;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceBuild;
import io.discounts.loadtests.reads.ReadService;

import java.nio.file.Path;

/** Packages the service with a cache that is trained on the development servers; nothing is measured. */
public final class PackageCommand {
    private static final int DISCOUNTS = 20_000;
    private static final int STORES = 740;

    private PackageCommand() {}

    /**
     * Options: {@code folder}, which is made anew; {@code seed} and {@code until} of the data.
     *
     * @throws IllegalArgumentException if the folder holds something else
     */
    public static void run(Options options) throws Exception {
        var folder = folder(options);
        var data = data(options);
        options.requireNoOthers();
        var report = new Report();
        var settings = new StartSettings(ReadService.filled("training", data, 1, report));
        var packaged = pack(folder, settings, data, report);
        report.line("start it by %s", packaged.script());
    }

    static Packaged pack(Path folder, StartSettings settings, Dataset data, Report report) throws Exception {
        Folders.delete(folder);
        var packaged = Packaged.extracted(ServiceBuild.executable().jar(), folder);
        new Training(settings, Questions.of(data), report).train(packaged);
        packaged.writeScript();
        return packaged;
    }

    /** Beside the executable jar, unless told otherwise. */
    static Path folder(Options options) {
        var folder = options.given("folder")
                .map(Path::of)
                .orElseGet(() -> ServiceBuild.executable().jar().resolveSibling("packaged"))
                .toAbsolutePath()
                .normalize();
        var other = folder.toFile().list();
        if (other != null
                && other.length > 0
                && !new Packaged(folder).jar().toFile().exists()) {
            throw new IllegalArgumentException(folder + " holds something else than a packaged service");
        }
        return folder;
    }

    static Dataset data(Options options) {
        return Generate.dataset(options, DISCOUNTS, STORES);
    }
}
