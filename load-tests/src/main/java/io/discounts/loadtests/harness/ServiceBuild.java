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
    private static final String JAR_PROPERTY = "load-tests.service";

    public ServiceBuild {
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** The executable jar as the build leaves it. */
    public static ServiceBuild executable() {
        return new ServiceBuild(Path.of(System.getProperty(JAR_PROPERTY)), List.of());
    }

    /** The same, its JVM with more flags. */
    public ServiceBuild with(List<String> moreFlags) {
        var flags = new ArrayList<>(jvmFlags);
        flags.addAll(moreFlags);
        return new ServiceBuild(jar, flags);
    }
}
