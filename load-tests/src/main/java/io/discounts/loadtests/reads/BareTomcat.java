package io.discounts.loadtests.reads;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What HTTP on this JVM can do at best: reads a request and answers with bytes it was given, over and over. */
final class BareTomcat {
    private BareTomcat() {}

    /**
     * Serves until it is ended.
     *
     * @param args its port, and a folder with a file of answers for each path
     */
    public static void main(String[] args) throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Path.of(args[1]).resolveSibling("bare-tomcat").toString());
        tomcat.setConnector(connector(Integer.parseInt(args[0])));
        var context = tomcat.addContext("", null);
        try (var files = Files.list(Path.of(args[1]))) {
            for (var file : files.toList()) {
                var path = file.getFileName().toString();
                Tomcat.addServlet(context, path, new Answering(read(file))).addMapping("/" + path);
            }
        }
        tomcat.start();
        tomcat.getServer().await();
    }

    private static Connector connector(int port) {
        var protocol = new Http11NioProtocol();
        protocol.setMaxKeepAliveRequests(-1);
        protocol.setExecutor(new VirtualThreadExecutor("bare-"));
        var connector = new Connector(protocol);
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        return connector;
    }

    private static List<byte[]> read(Path file) throws IOException {
        var answers = new ArrayList<byte[]>();
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            for (var left = in.readInt(); left > 0; left--) {
                answers.add(in.readNBytes(in.readInt()));
            }
        }
        return answers;
    }

    private static final class Answering extends HttpServlet {
        private static final long serialVersionUID = 1;

        private final transient List<byte[]> answers;
        private final transient AtomicInteger next = new AtomicInteger();

        Answering(List<byte[]> answers) {
            this.answers = answers;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            var answer = answers.get(Math.floorMod(next.getAndIncrement(), answers.size()));
            response.setContentType("application/json");
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }
}
