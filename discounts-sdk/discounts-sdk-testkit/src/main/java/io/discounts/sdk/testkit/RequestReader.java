package io.discounts.sdk.testkit;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Reads the requests of one connection, as HTTP/1.1 frames them. Of one thread. */
final class RequestReader {
    private final InputStream in;
    private final Clock clock;

    RequestReader(InputStream in, Clock clock) {
        this.in = in;
        this.clock = clock;
    }

    /** The next one; none when the other side has ended the connection. */
    @Nullable
    RecordedRequest next() throws IOException {
        var start = line();
        if (start.isEmpty()) {
            return null;
        }
        var words = start.split(" ", -1);
        if (words.length != 3) {
            throw new IOException("not a request line: " + start);
        }
        var headers = headers();
        var query = words[1].indexOf('?');
        var path = query < 0 ? words[1] : words[1].substring(0, query);
        var body = new String(body(headers), StandardCharsets.UTF_8);
        return new RecordedRequest(words[0], path, headers, body, clock.instant());
    }

    /** Reads until the other side leaves; what it says is not heard. */
    void drain() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private Map<String, String> headers() throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("not a header: " + line);
            }
            headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        return "chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))
                ? chunks()
                : bytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(bytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().replaceFirst(";.*", "").trim(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("ended within a body");
        }
        return bytes;
    }

    /** Without its end; empty at the end of the stream as well. */
    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var each = in.read(); each >= 0 && each != '\n'; each = in.read()) {
            line.write(each);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
