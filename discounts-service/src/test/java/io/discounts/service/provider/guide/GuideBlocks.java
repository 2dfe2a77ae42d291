package io.discounts.service.provider.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The files that a section of CONTRIBUTING.md tells to add: a path in backquotes begins a paragraph, a block follows. */
record GuideBlocks(Map<String, String> byPath) {
    private static final Path GUIDE = Path.of("../CONTRIBUTING.md");
    private static final Pattern FILE =
            Pattern.compile("^`(src/[^`]+)`(?:(?!^```).)*?^```[a-z]+\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static GuideBlocks of(String section) throws IOException {
        var guide = Files.readString(GUIDE);
        var from = guide.indexOf("## " + section + "\n");
        var until = guide.indexOf("\n## ", from + 1);
        var byPath = new LinkedHashMap<String, String>();
        FILE.matcher(guide.substring(from, until)).results().forEach(file -> byPath.put(file.group(1), file.group(2)));
        return new GuideBlocks(byPath);
    }

    /** The one file whose path ends so. */
    String endingWith(String end) {
        return byPath.entrySet().stream()
                .filter(file -> file.getKey().endsWith(end))
                .map(Map.Entry::getValue)
                .reduce((one, other) -> {
                    throw new AssertionError("The guide has two files " + end);
                })
                .orElseThrow(() -> new AssertionError("The guide has no file " + end));
    }
}
