package io.discounts.sdk.internal.page;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Stage;
import io.discounts.sdk.report.Budget;
import io.discounts.sdk.report.Comparisons;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.Segment;
import io.discounts.sdk.report.Steering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import javax.xml.parsers.DocumentBuilderFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class ReportPageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "</style><script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' onload='alert(1)' x='",
                "<!-- <img src=x onerror=alert(1)>",
                "&lt;b&gt;&#60;",
                "]]><x>"
            })
    void showsHostileTextAsText(String hostile) throws Exception {
        var page = parsed(Reports.saying(hostile).toHtml());

        assertThat(page.getDocumentElement().getTextContent()).contains(hostile);
        assertThat(elements(page)).doesNotContain("script", "img", "b1", "x");
        assertThat(attributes(page)).noneMatch(name -> name.startsWith("on"));
    }

    @Test
    void replacesWhatNoDocumentMayHold() throws Exception {
        var page = Reports.saying("a\u0000b\u202Ec\uD800d\uFFFFe").toHtml();

        assertThat(parsed(page).getDocumentElement().getTextContent()).contains("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
    }

    @Test
    void needsNothingButABrowser() {
        var page = Reports.saying("text").toHtml();

        assertThat(page).doesNotContain("http", "url(", "@import", "src=", "href=", "<script");
    }

    @Test
    void saysWhoMayGoFurtherBeforeAnythingElse() throws Exception {
        var page = parsed(Reports.saying("ES").toHtml());

        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("Searches may go on to REMOTE. Evaluations: not yet.");
    }

    @Test
    void wouldWidenARolloutBeforeItGoesOn() {
        var report = Reports.saying("VERIFY 10% of customers");

        assertThat(Headline.of(report)).startsWith("Searches may go further: to more than VERIFY 10% of customers.");
    }

    @Test
    void namesTheSegmentsThatAreMissing() {
        var segments = List.of(
                Reports.segment(Operation.SEARCH, "ES", 0),
                Reports.segment(Operation.SEARCH, "FR", 500),
                Reports.segment(Operation.SEARCH, "IT", 500),
                Reports.segment(Operation.SEARCH, "PT", 500));

        assertThat(Headline.of(of(segments))).isEqualTo("Searches: not yet, for FR, IT and PT.");
    }

    @Test
    void saysThatNothingHasHappenedYet() throws Exception {
        var page = parsed(Reports.empty().toHtml());

        assertThat(page.getDocumentElement().getTextContent()).contains("Nothing was asked yet.");
    }

    @Test
    void warnsOfTheKillSwitchAndOfTheGuard() {
        assertThat(Reports.saying("prices are wrong").toHtml())
                .contains("The kill switch is on", "on by code: prices are wrong", "held at SHADOW by the guard");
    }

    @Test
    void tellsWhatIsUndecidedFromWhatIsDefective() {
        var comparisons = new Comparisons(900, 0, 0, 60, 40, 0, 0);
        var segment = Segment.of(
                Operation.SEARCH, "ES", comparisons, Reports.latency(10), Reports.latency(30), Budget.DEFAULTS);

        assertThat(of(List.of(segment)).toHtml())
                .contains("100 of 1,000 searches were answered differently, of which 60 could not be told from lag.");
    }

    @Test
    void drawsABreakerFromItsFirstStateToItsLast() throws Exception {
        var page = parsed(Reports.saying("ES").toHtml());

        var bands = page.getElementsByTagName("rect");
        var states = IntStream.range(0, bands.getLength())
                .mapToObj(
                        i -> bands.item(i).getAttributes().getNamedItem("class").getNodeValue())
                .filter(css -> css.startsWith("state"));
        assertThat(states).containsExactly("state closed", "state open", "state closed", "state closed");
    }

    @Test
    void isWrittenInUtf8(@TempDir Path folder) throws IOException {
        var path = folder.resolve("report.html");

        Reports.saying("Café").writeHtml(path);

        assertThat(Files.readString(path)).startsWith("<!DOCTYPE html>").contains("Café");
    }

    private static Report of(List<Segment> segments) {
        var empty = Reports.empty();
        return new Report(
                empty.since(),
                empty.until(),
                empty.budget(),
                List.of(),
                List.of(),
                segments,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Steering(
                        List.of(),
                        List.of(new Steering.Steered(Operation.SEARCH, null, Stage.SHADOW, null)),
                        List.of(),
                        List.of()),
                0);
    }

    /** The page is XML as well, which a strict parser holds it to. */
    private static Document parsed(String page) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<String> elements(Document page) {
        var all = page.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getNodeName())
                .toList();
    }

    private static List<String> attributes(Document page) {
        var all = page.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getAttributes())
                .flatMap(of -> IntStream.range(0, of.getLength())
                        .mapToObj(i -> of.item(i).getNodeName()))
                .toList();
    }
}
