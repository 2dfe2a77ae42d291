package io.discounts.service.ops;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CursorTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "17", "stream/shard\n", "ñandú 🍕", "..."})
    void comesBackAsItWent(String part) {
        var cursor = Cursor.behind(part, "shardId-000000000000", part);

        assertThat(Cursor.read(cursor.write())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "a b", "!!.eA"})
    void isNotWhatClientsMakeUp(String written) {
        assertThat(Cursor.read(written)).isEmpty();
    }

    @Property(tries = 500)
    void neverThrows(@ForAll String written) {
        assertThat(Cursor.read(written)).isNotNull();
    }
}
