package io.discounts.service.replay;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Lines of segments in every state. */
class SegmentLinesTest {
    private static final List<String> LINES = List.of("one", "", "three", "x".repeat(200_000), "five");

    private record Read(List<String> lines, @Nullable String trouble, long position) {}

    @Test
    void readsLinesHoweverTheirEndIsWritten() throws IOException {
        assertThat(plain("a\r\nb\n\nc").lines()).containsExactly("a", "b", "", "c");
        assertThat(plain("").lines()).isEmpty();
        assertThat(plain("\n").lines()).containsExactly("");
    }

    @Test
    void readsMembersOneAfterTheOtherFromASourceThatDribbles() throws IOException {
        var members = LogFolder.joined(
                LogFolder.zipped(LogFolder.text(LINES.subList(0, 3))),
                LogFolder.joined(LogFolder.zipped(new byte[0]), LogFolder.zipped(LogFolder.text(LINES.subList(3, 5)))));

        var read = read("s/a.ndjson.gz", new Dribble(members));

        assertThat(read.lines()).isEqualTo(LINES);
        assertThat(read.trouble()).isNull();
        assertThat(read.position()).isEqualTo(members.length);
    }

    @Test
    void tellsWhereverItIsCutOffAndKeepsAllThatCameBefore() throws IOException {
        var first = LogFolder.zipped(LogFolder.text(List.of("a", "b")));
        var both = LogFolder.joined(first, LogFolder.zipped(LogFolder.text(List.of("c", "d"))));
        for (int length = 1; length < both.length; length++) {
            var read = read("s/a.ndjson.gz", new ByteArrayInputStream(Arrays.copyOf(both, length)));

            assertThat("a\nb\nc\nd\n").startsWith(String.join("\n", read.lines()));
            if (length == first.length) {
                assertThat(read.trouble()).isNull();
            } else {
                assertThat(read.trouble()).startsWith("cut off behind line");
            }
            if (length >= first.length) {
                assertThat(read.lines()).startsWith("a", "b");
            }
        }
    }

    @Test
    void tellsDamageFromAnEnd() throws IOException {
        var damaged = LogFolder.zipped(LogFolder.text(List.of("a", "b")));
        damaged[damaged.length - 6] ^= 1;

        assertThat(read("s/a.ndjson.gz", new ByteArrayInputStream(damaged)).trouble())
                .isEqualTo("gzip checksum does not fit behind line 2");
        assertThat(read("s/a.ndjson.gz", new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)))
                        .trouble())
                .isEqualTo("not gzip behind line 0");
    }

    @Test
    void readsNoLineThatNoStreamCanHaveCarried() throws IOException {
        var read = plain("a\n" + "x".repeat(SegmentLines.MAX_LINE + 1) + "\nb\n");

        assertThat(read.lines()).containsExactly("a");
        assertThat(read.trouble()).isEqualTo("line 2 is longer than " + SegmentLines.MAX_LINE + " bytes");
    }

    private static Read plain(String text) throws IOException {
        return read("s/a.ndjson", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Read read(String name, InputStream bytes) throws IOException {
        try (var lines = SegmentLines.of(new Segment("s", name, 0), bytes)) {
            var read = new ArrayList<String>();
            for (var line = lines.next(); line != null; line = lines.next()) {
                read.add(new String(line, StandardCharsets.UTF_8));
            }
            assertThat(lines.number()).isEqualTo(read.size());
            return new Read(read, lines.trouble(), lines.position());
        }
    }

    /** As a network does: a few bytes at a time, and never any that it would tell of beforehand. */
    private static final class Dribble extends ByteArrayInputStream {
        Dribble(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 7));
        }

        @Override
        public synchronized int available() {
            return 0;
        }
    }
}
