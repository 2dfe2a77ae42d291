package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Packaged;
import io.discounts.loadtests.harness.ServiceBuild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReadOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void startsThePackagedServiceWithItsCacheAndTheFlagsAskedFor() throws IOException {
        var packaged = new Packaged(folder);
        Files.createFile(packaged.cache());

        var build = build("packaged=" + folder, "jvm=-Xmx4g;-Xss1m");

        assertThat(build).isEqualTo(packaged.withCache().with(List.of("-Xmx4g", "-Xss1m")));
    }

    @Test
    void startsTheServiceTakenApartUnlessToldOtherwise() {
        System.setProperty("load-tests.service", "some.jar");
        try {
            assertThat(build()).isEqualTo(new ServiceBuild(Path.of("some.jar"), List.of()));
        } finally {
            System.clearProperty("load-tests.service");
        }
    }

    @Test
    void refusesAFolderThatHoldsNoPackagedService() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> build("packaged=" + folder))
                .withMessageContaining("load-tests/run package");
    }

    private static ServiceBuild build(String... options) {
        return ReadOptions.build(Options.of(List.of(options)));
    }
}
