package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GenerateTest {
    @TempDir
    private Path folder;

    @Test
    void writesTheFormatThatIsAskedFor() throws IOException {
        Generate.run(options("format=load-data"));

        assertThat(LoadStatements.files(folder, LoadStatements.SCOPE))
                .hasSize(3)
                .allSatisfy(file -> assertThat(LoadStatements.statement(file, LoadStatements.SCOPE, "elsewhere"))
                        .contains(file.toString(), "INTO TABLE elsewhere"));
    }

    @Test
    void writesToNoFolderThatHoldsSomething() throws IOException {
        Files.createFile(folder.resolve("something"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Generate.run(options("format=ndjson")))
                .withMessageContaining("not empty");
    }

    @Test
    void knowsNoOtherFormat() {
        assertThatIllegalArgumentException().isThrownBy(() -> Generate.run(options("format=xml")));
    }

    private Options options(String format) {
        return Options.of(List.of("folder=" + folder, "discounts=300", "stores=50", "days=2", format));
    }
}
