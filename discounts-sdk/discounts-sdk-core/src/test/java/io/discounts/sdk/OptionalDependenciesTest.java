package io.discounts.sdk;

import io.discounts.sdk.rollout.FlagSources;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Loads the SDK anew, with nothing on its class path but what every host has. */
class OptionalDependenciesTest {
    /** The jars that are not optional, and those of the wait for the first flags. */
    private static final Pattern MANDATORY = Pattern.compile(
            "(resilience4j-|okhttp-|okio-|kotlin-stdlib-|annotations-13|sdk-1|jackson-core-2|slf4j-api-|jspecify-|awaitility-|hamcrest-).*\\.jar");

    @Test
    void servesCallsWithoutMicrometerAndFlagd() throws Exception {
        try (var bare = bareClassPath()) {
            assertThatThrownBy(() -> bare.loadClass("io.micrometer.core.instrument.MeterRegistry"))
                    .isInstanceOf(ClassNotFoundException.class);

            var answer = bare.loadClass(CallWithoutOptionals.class.getName())
                    .getDeclaredMethod("search")
                    .invoke(null);

            assertThat(answer).isEqualTo("LOCAL STAGE");
        }
    }

    @Test
    void saysWhatIsMissingForFlagsFromAFile() throws Exception {
        try (var bare = bareClassPath()) {
            var file = bare.loadClass(FlagSources.class.getName()).getMethod("file", Path.class);

            assertThatThrownBy(() -> file.invoke(null, Path.of("flags.json")))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("add dev.openfeature.contrib.providers:flagd to read such flags");
        }
    }

    @Test
    void readsFlagsFromAFileWithFlagd() {
        assertThatCode(() -> FlagSources.file(Path.of("flags.json")).shutdown()).doesNotThrowAnyException();
    }

    private static URLClassLoader bareClassPath() throws IOException {
        var urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toFile().isDirectory()
                        || MANDATORY.matcher(path.getFileName().toString()).matches())
                .map(path -> url(path.toUri()))
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
