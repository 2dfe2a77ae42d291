package io.discounts.sdk.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java in documents, as sources that a compiler takes: what a reader would add in his mind is added here. */
final class Snippets {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern OF_A_CLASS = Pattern.compile("(?m)^(?:public )?(?:final )?class ");

    /** What the texts around the snippets speak of. */
    private static final String SURROUNDINGS = """
            import io.discounts.sdk.*;
            import io.discounts.sdk.model.*;
            import io.discounts.sdk.report.*;
            import io.discounts.sdk.rollout.*;
            import io.discounts.sdk.shadow.*;
            import io.discounts.sdk.testkit.*;
            import java.net.URI;
            import java.nio.file.Path;
            import java.util.*;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.api.extension.ExtendWith;
            import static io.discounts.sdk.testkit.FakeDiscount.discount;
            import static org.assertj.core.api.Assertions.assertThat;

            class NamedNUMBER {
                interface Tokens { String current(); }
                interface Pager { void call(String text); }

                static <T> T given() { throw new UnsupportedOperationException(); }

                URI uri = given();
                Tokens tokens = given();
                Pager pager = given();
                Path folder = given();
                String secret = given();
                String salt = given();
                Routes rollout = given();
                DiscountsBackend search = given();
                DiscountsBackend localSearch = given();
                DiscountsClient client = given();
            SNIPPET
            }
            """;

    private Snippets() {}

    /** Those of a document, in their order. */
    static List<String> of(Path document) {
        var sources = new ArrayList<String>();
        var fenced = FENCED.matcher(text(document));
        while (fenced.find()) {
            sources.add(source(fenced.group(1), sources.size()));
        }
        return sources;
    }

    /** The SDK's documents, seen from this module. */
    static List<Path> documents() throws IOException {
        try (var guides = Files.list(Path.of("../../docs/sdk"))) {
            return Stream.concat(Stream.of(Path.of("../README.md")), guides.sorted())
                    .toList();
        }
    }

    private static String text(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String source(String snippet, int number) {
        var whole = snippet.replaceAll("= …;", "= given();").replaceAll("(?m)^\\s*…$", "");
        var isMember = whole.stripLeading().startsWith("@")
                || OF_A_CLASS.matcher(whole).find();
        return SURROUNDINGS
                .replace("NUMBER", Integer.toString(number))
                .replace("SNIPPET", isMember ? whole : "void does() throws Exception {\n" + whole + "}");
    }
}
