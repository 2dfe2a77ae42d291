package io.discounts.loadtests.packaged;

import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Packaged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PackageCommandTest {
    @TempDir
    private Path folder;

    @Test
    void takesNoFolderThatHoldsSomethingElse() throws IOException {
        Files.createFile(folder.resolve("somebody's"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackageCommand.folder(options()))
                .withMessageContaining("something else");
    }

    @Test
    void takesAFolderThatIsEmptyOrNotThere() throws IOException {
        assertThat(PackageCommand.folder(options())).isEqualTo(folder);

        Files.delete(folder);

        assertThat(PackageCommand.folder(options())).isEqualTo(folder);
    }

    @Test
    void takesTheFolderOfAServiceThatWasPackagedBefore() throws IOException {
        Files.createFile(new Packaged(folder).jar());

        assertThat(PackageCommand.folder(options())).isEqualTo(folder);
    }

    private Options options() {
        return Options.of(List.of("folder=" + folder));
    }
}
