package io.discounts.service.provider.guide;

import io.discounts.service.discount.Scope;
import io.discounts.service.discount.json.DiscountJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

/** Follows "Adding a provider" of CONTRIBUTING.md to the letter; fails when the page no longer leads there. */
class AddingAProviderTest {
    @TempDir
    private static Path folder;

    private static GuideBlocks guide;
    private static EnlargedService service;

    @BeforeAll
    static void follow() throws IOException {
        guide = GuideBlocks.of("Adding a provider");
        service = new EnlargedService(guide.byPath(), folder);
    }

    @AfterAll
    static void close() throws IOException {
        service.close();
    }

    @Test
    void takesFourFiles() {
        assertThat(guide.byPath().keySet())
                .containsExactly(
                        "src/main/resources/schemas/acme.offer.changed.v1.json",
                        "src/main/java/io/discounts/service/provider/acme/AcmeOffersAdapter.java",
                        "src/main/resources/application.yaml",
                        "src/test/resources/events/acme-offers/active.json");
    }

    @Test
    void translatesTheExample() throws ReflectiveOperationException {
        var expected = aDiscount()
                .id("acme:A-7")
                .version(2)
                .label("4.50 EUR off")
                .amountOff(450)
                .scope(Scope.EVERYWHERE)
                .validFrom("2026-11-21T23:00:00Z")
                .group("shared:items")
                .build();

        assertThat(told(example())).isEqualTo(new String(DiscountJson.write(expected), StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    "active":true    | "active":false    | withdrawn acme:A-7 2
                    "off":4.50       | "off":4.505       | /data/off: must have at most 2 decimals, as EUR has
                    "off":4.50       | "off":-1          | /data/off: must be greater than 0
                    "country":"ES"   | "country":"XX"    | /data/country: region must be an ISO 3166-1 alpha-2 country code
                    "rev":2,         | "rav":2,          | /data/rev: is required
                    changed.v1       | changed.v2        | /type: is unknown on this stream
                    """)
    void understandsWhatElseAcmeMaySay(String what, String instead, String expected)
            throws ReflectiveOperationException {
        assertThat(example()).contains(what);

        assertThat(told(example().replace(what, instead))).isEqualTo(expected);
    }

    @Test
    void fitsOnAPage() throws IOException {
        var prose = Files.readString(Path.of("../CONTRIBUTING.md"));
        var section = prose.substring(prose.indexOf("## Adding a provider"), prose.indexOf("## How we write"));

        assertThat(section.lines()).hasSizeLessThanOrEqualTo(100);
    }

    private static String told(String event) throws ReflectiveOperationException {
        return service.ask(Newcomer.class, guide.endingWith("application.yaml"), event);
    }

    private static String example() {
        return guide.endingWith("active.json");
    }
}
