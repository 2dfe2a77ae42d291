package io.discounts.service.edge;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RequestIdTest {
    @Property
    void takesOverNothingThatCouldBreakALine(@ForAll String sent) {
        RequestId.sent(sent)
                .ifPresent(id -> assertThat(id.value()).isEqualTo(sent).matches("[A-Za-z0-9._~-]{1,128}"));
    }

    @Test
    void isNoneWithoutAHeader() {
        assertThat(RequestId.sent(null)).isEmpty();
    }

    @Test
    void cannotBeOdd() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestId("a\r\nb"));
    }

    @Test
    void comesFromTheRandomnessThatIsPassedIn() {
        var first = new RequestIds(new Random(7));
        var second = new RequestIds(new Random(7));

        assertThat(first.next()).isEqualTo(second.next()).isNotEqualTo(first.next());
    }
}
