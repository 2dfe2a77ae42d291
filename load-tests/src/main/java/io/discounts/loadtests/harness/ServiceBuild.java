package io.discounts.loadtests.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A build of the service.
 *
 * @param jar to start
 * @param jvmFlags beside those that each process gets
 */
public record ServiceBuild(Path jar, List<String> jvmFlags) {
    private static final String TAKEN_APART = "load-tests.service";
    private static final String EXECUTABLE = "load-tests.executable";

    public ServiceBuild {
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** As it is deployed: the executable jar taken apart (ADR 35). */
    public static ServiceBuild takenApart() {
        return new ServiceBuild(Path.of(System.getProperty(TAKEN_APART)), List.of());
    }

    /** The executable jar as the build leaves it. */
    public static ServiceBuild executable() {
        return new ServiceBuild(Path.of(System.getProperty(EXECUTABLE)), List.of());
    }

    /** The same, its JVM with more flags. */
    public ServiceBuild with(List<String> moreFlags) {
        var flags = new ArrayList<>(jvmFlags);
        flags.addAll(moreFlags);
        return new ServiceBuild(jar, flags);
    }
}
