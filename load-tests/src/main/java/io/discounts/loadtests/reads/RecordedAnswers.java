package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.Http;
import io.discounts.loadtests.harness.Report;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.ServerCommand;
import io.discounts.service.devservers.ServerProcess;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a service answers, for a bare Tomcat to answer the same. */
record RecordedAnswers(Path folder, Report report) {
    private static final int PORT = 18_090;

    /**
     * Asks a service.
     *
     * @return below which path the bare Tomcat has the answers
     */
    String record(URI url, List<String> bodies) throws IOException {
        var bytes = new ArrayList<byte[]>();
        for (var body : bodies) {
            bytes.add(Http.post(url, body).getBytes(StandardCharsets.UTF_8));
        }
        var name = "answers-" + Integer.toHexString(bodies.hashCode());
        write(name, bytes);
        report.line(
                "%s: an answer has %,.0f bytes on average",
                name, bytes.stream().mapToInt(answer -> answer.length).average().orElse(0));
        return name;
    }

    private void write(String name, List<byte[]> answers) throws IOException {
        Files.createDirectories(folder);
        try (var out = new DataOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.writeInt(answers.size());
            for (var answer : answers) {
                out.writeInt(answer.length);
                out.write(answer);
            }
        }
    }

    /** It reads the answers when it starts: each row has its own. */
    ServerProcess bareTomcat() throws IOException {
        var port = DevServers.claimPort(PORT);
        var words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                System.getProperty("java.class.path"),
                BareTomcat.class.getName(),
                Integer.toString(port),
                folder.toString());
        var command =
                new ServerCommand("bare-tomcat", words, Map.of(), Path.of("").toAbsolutePath(), "");
        return DevServers.start(command, port);
    }
}
