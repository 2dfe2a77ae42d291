package io.discounts.service.eligibility.web;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * One file of {@code decisions/}, read to the letter.
 *
 * @param name without its ending
 */
record VectorFile(String name, List<DecisionVector> vectors) {
    /** Refuses what it does not know, so that a misspelt field of a vector does not go unnoticed. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** All files, by name. */
    static List<VectorFile> all() {
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(VectorFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VectorFile of(String name, JsonNode file) {
        allow(file, "file " + name, Set.of("about", "defaults", "cases"));
        var defaults = file.required("defaults");
        allow(defaults, "defaults of " + name, Set.of("stores", "discount", "request"));
        var vectors = file.required("cases")
                .valueStream()
                .map(written -> DecisionVector.of(name, written, defaults))
                .toList();
        return new VectorFile(name, vectors);
    }

    /** Refuses fields of other names. */
    static void allow(JsonNode object, String what, Set<String> names) {
        for (var name : object.propertyNames()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(what + " has an unknown field: " + name);
            }
        }
    }

    private static VectorFile read(Path file) {
        var name = file.getFileName().toString().replace(".json", "");
        return of(name, JSON.readTree(file.toFile()));
    }

    private static Path folder() {
        var folder = VectorFile.class.getResource("/decisions");
        if (folder == null) {
            throw new IllegalStateException("decisions/ is missing");
        }
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
