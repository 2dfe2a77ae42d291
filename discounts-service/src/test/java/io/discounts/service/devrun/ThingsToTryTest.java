package io.discounts.service.devrun;

import io.discounts.service.demo.StrictContract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ThingsToTryTest {
    private final List<String> lines = new ThingsToTry(Map.of(
                    "service.url", "http://127.0.0.1:1",
                    "management.url", "http://127.0.0.1:2",
                    "kinesis.endpoint", "http://127.0.0.1:3"))
            .toString()
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    @Test
    void areLinesForAShellEachByItself() throws Exception {
        assertThat(lines).hasSize(6);
        for (var line : lines) {
            assertThat(line).startsWith("curl ");
            assertThat(argumentsOf(line)).anyMatch(argument -> argument.startsWith("http://127.0.0.1:"));
        }
    }

    @Test
    void askForStoresInJson() throws Exception {
        for (var line : linesWith("/v1/discounts/search")) {
            var search = body(line);
            assertThat(search.get("region").asString()).isEqualTo("ES");
            assertThat(search.get("storeIds").size()).isPositive();
        }
    }

    @Test
    void publishEventsThatTheContractAllows() throws Exception {
        var contract = new StrictContract();
        for (var line : linesWith("PutRecord")) {
            var put = body(line);
            var event = new String(Base64.getDecoder().decode(put.get("Data").asString()), StandardCharsets.UTF_8);
            var stream = put.get("StreamName").asString();
            assertThat(contract.violations(stream, put.get("PartitionKey").asString(), event))
                    .isEmpty();
        }
    }

    private List<String> linesWith(String text) {
        var some = lines.stream().filter(line -> line.contains(text)).toList();
        assertThat(some).hasSize(2);
        return some;
    }

    private static JsonNode body(String line) throws Exception {
        var arguments = argumentsOf(line);
        return JsonMapper.shared().readTree(arguments.get(arguments.indexOf("-d") + 1));
    }

    /** What curl would be given, one argument a line. */
    private static List<String> argumentsOf(String line) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("sh", "-c", "curl() { printf '%s\\n' \"$@\"; }; " + line)
                .redirectErrorStream(true)
                .start();
        var output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
