package io.discounts.service.catalog;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SheetBytesTest {
    private static final long MOST_MILLIS = 1L << 47;

    @Property
    void readsWhatItWrote(
            @ForAll @LongRange(min = 0) long version,
            @ForAll @Size(max = 5) List<byte[]> bodies,
            @ForAll @LongRange(min = 0, max = MOST_MILLIS) long millis) {
        var since = Instant.ofEpochMilli(millis);
        var read = SheetBytes.read(SheetBytes.write(new Versioned<>(new RawSheet(bodies, since), version)))
                .orElseThrow();

        assertThat(read.version()).isEqualTo(version);
        assertThat(read.value().since()).isEqualTo(since);
        assertThat(read.value().bodies()).usingRecursiveComparison().isEqualTo(bodies);
    }

    @Property
    void comparesVersionsAsText(@ForAll @LongRange(min = 0) long one, @ForAll @LongRange(min = 0) long other) {
        var compared = text(one).compareTo(text(other));

        assertThat(Integer.signum(compared)).isEqualTo(Long.compare(one, other));
    }

    @Test
    void readsAMarkAsNothing() {
        assertThat(SheetBytes.read(SheetBytes.mark(7))).isEmpty();
    }

    @Test
    void refusesBytesOfAnotherMaking() {
        assertThatThrownBy(() -> SheetBytes.read("OK".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(RuntimeException.class);
    }

    private static String text(long version) {
        return new String(SheetBytes.version(version), StandardCharsets.US_ASCII);
    }
}
