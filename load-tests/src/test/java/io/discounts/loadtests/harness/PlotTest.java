package io.discounts.loadtests.harness;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PlotTest {
    @Test
    void drawsTheGreatestValueAtTheTopAndNothingAtTheBottom() {
        var svg = new Plot("rates", List.of("a", "b"), List.of(new Plot.Line("asked", List.of(0.0, 10.0)))).svg();

        assertThat(svg).contains("points=\"255.0,320.0 645.0,30.0\"", ">asked</text>", ">rates</text>");
    }

    @Test
    void leavesAPageThatSaysWhatItWasTold(@TempDir Path folder) throws IOException {
        var page = new HtmlReport("A & B", new Report());
        page.table(List.of("what"), List.of(List.of("<1 ms")));

        page.write(folder);

        assertThat(Files.readString(folder.resolve("index.html"))).contains("<h1>A &amp; B</h1>", "<td>&lt;1 ms</td>");
    }
}
