package io.discounts.service.provider.guide;

import javax.tools.ToolProvider;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** The service as it would be with some files more, loaded beside the one that runs the tests. */
final class EnlargedService implements AutoCloseable {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String MAIN = "src/main/";

    private final URLClassLoader classes;

    /**
     * Compiles what is Java and takes resources as they are.
     *
     * @param files their texts by path within the module
     * @param folder an empty one
     */
    EnlargedService(Map<String, String> files, Path folder) throws IOException {
        files.forEach((path, text) -> write(folder.resolve(path), text));
        var output = folder.resolve(MAIN + "resources");
        var sources = files.keySet().stream()
                .filter(path -> path.endsWith(".java"))
                .map(folder::resolve)
                .toList();
        compile(sources, output);
        classes = new URLClassLoader(classPath(output), ClassLoader.getPlatformClassLoader());
    }

    /** Has a class of the tests do its work in the enlarged service. */
    String ask(Class<? extends BinaryOperator<String>> type, String first, String second)
            throws ReflectiveOperationException {
        var thread = Thread.currentThread();
        var own = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            var there = classes.loadClass(type.getName()).getDeclaredConstructor();
            there.setAccessible(true);
            @SuppressWarnings("unchecked") // of another loader, but made of what both have from the JDK
            var work = (BinaryOperator<String>) there.newInstance();
            return work.apply(first, second);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }

    private static void compile(List<Path> sources, Path output) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var told = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var options = List.of(
                    "-classpath",
                    CLASS_PATH,
                    "-d",
                    output.toString(),
                    "-proc:none",
                    "-Xlint:all,-classfile",
                    "-Werror");
            var done = compiler.getTask(told, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw new AssertionError("The guide's code does not compile:\n" + told);
            }
        }
    }

    private static URL[] classPath(Path output) {
        return Stream.concat(
                        Stream.of(output),
                        Stream.of(CLASS_PATH.split(File.pathSeparator)).map(Path::of))
                .map(EnlargedService::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
