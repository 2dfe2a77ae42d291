package io.discounts.sdk.proof;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever copies from the README and the guides gets what compiles. */
class SnippetsTest {
    @TempDir
    private Path folder;

    static List<Path> documents() throws IOException {
        return Snippets.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void compile(Path document) {
        assertThat(complaints(Snippets.of(document))).isEmpty();
    }

    @Test
    void areFoundInTheReadmeAndTheGuides() throws IOException {
        assertThat(Snippets.of(Path.of("../README.md"))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(Snippets.documents())
                .filteredOn(document -> !Snippets.of(document).isEmpty())
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void oneThatDoesNotCompileIsTold() throws IOException {
        var document = Files.writeString(folder.resolve("wrong.md"), """
                ```java
                client.close();
                ```

                ```java
                client.doesNotExist();
                ```
                """);

        assertThat(complaints(Snippets.of(document))).singleElement().asString().contains("Named1", "doesNotExist");
    }

    private List<String> complaints(List<String> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        var found = new DiagnosticCollector<JavaFileObject>();
        var files = sources.stream().map(Source::new).toList();
        var options = List.of("-proc:none", "-Xlint:none", "-d", folder.toString());
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, files)
                .call();
        return found.getDiagnostics().stream().map(Object::toString).toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("memory:///" + name(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoringErrors) {
            return text;
        }

        private static String name(String text) {
            return text.replaceAll("(?s).*class (Named\\d+).*", "$1");
        }
    }
}
