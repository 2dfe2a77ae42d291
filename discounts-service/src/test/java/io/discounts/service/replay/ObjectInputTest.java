package io.discounts.service.replay;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Objects behind connections that break. */
class ObjectInputTest {
    @Property(tries = 300)
    void tellsEveryByteOnceWhereverConnectionsBreak(
            @ForAll @Size(max = 400) byte[] object, @ForAll List<@IntRange(min = 1, max = 60) Integer> lives)
            throws IOException {
        var connections = new BreakingConnections(object, lives);

        try (var input = new ObjectInput(connections)) {
            assertThat(input.readAllBytes()).isEqualTo(object);
            assertThat(input.read()).isEqualTo(-1);
        }
        assertThat(connections.opened.getFirst()).isEqualTo("0 of null");
        assertThat(connections.opened.stream().skip(1)).allMatch(opened -> opened.endsWith(" of v1"));
    }

    @Test
    void takesTheLogToBeAwayWhenConnectionsBringNothing() throws IOException {
        var connections = new BreakingConnections(new byte[10], List.of(4, 0, 0, 0));

        try (var input = new ObjectInput(connections)) {
            assertThat(input.readNBytes(4)).hasSize(4);
            assertThatThrownBy(input::read)
                    .isInstanceOf(EventLogAwayException.class)
                    .hasMessageContaining("connections break");
        }
        assertThat(connections.opened).containsExactly("0 of null", "4 of v1", "4 of v1");
    }

    @Test
    void doesNotHideThatWhatCameIsNotTheObject() throws IOException {
        var damaged = new ByteArrayInputStream(new byte[2]) {
            @Override
            public synchronized int read() {
                throw SdkClientException.create("checksums differ");
            }

            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, length);
            }
        };

        try (var input = new ObjectInput((from, version) -> new ObjectInput.Part(damaged, 2, version))) {
            assertThatThrownBy(input::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessage("checksums differ");
        }
    }

    /** Each connection breaks after so many bytes, by turns as an end of the stream and as a failure; the last does not. */
    private static final class BreakingConnections implements ObjectInput.Source {
        private final byte[] object;
        private final List<Integer> lives;
        private final List<String> opened = new ArrayList<>();

        BreakingConnections(byte[] object, List<Integer> lives) {
            this.object = object;
            this.lives = lives;
        }

        @Override
        public ObjectInput.Part open(long from, @Nullable String version) {
            var turn = opened.size();
            var life = turn < lives.size() ? lives.get(turn) : object.length;
            opened.add(from + " of " + version);
            var until = (int) Math.min(object.length, from + life);
            var bytes = new ByteArrayInputStream(Arrays.copyOfRange(object, (int) from, until));
            var whole = until == object.length;
            return new ObjectInput.Part(whole || turn % 2 == 0 ? bytes : new Failing(bytes), object.length, "v1");
        }
    }

    private static final class Failing extends InputStream {
        private final InputStream bytes;

        Failing(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            throw new IOException("by the block alone");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = bytes.read(into, offset, length);
            if (read < 0) {
                throw new EOFException("premature");
            }
            return read;
        }
    }
}
