package io.discounts.service.edge;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import java.io.IOException;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BoundedRequestTest {
    @Test
    void readsUpToTheLimitByteForByte() throws IOException {
        var body = bounded("caf\u00e9", 5).getInputStream();

        for (byte expected : "caf\u00e9".getBytes(UTF_8)) {
            assertThat((byte) body.read()).isEqualTo(expected);
        }
        assertThat(body.read()).isEqualTo(-1);
        assertThat(body.isFinished()).isTrue();
    }

    @Test
    void stopsAtTheFirstByteTooMany() throws IOException {
        var body = bounded("123456", 5).getInputStream();

        body.skipNBytes(5);

        assertThatThrownBy(body::read).isInstanceOf(PayloadTooLargeException.class);
    }

    @Test
    void countsWhatIsReadThroughAReaderToo() throws IOException {
        assertThat(bounded("caf\u00e9", 5).getReader().lines().collect(Collectors.joining()))
                .isEqualTo("caf\u00e9");
        assertThatThrownBy(() -> bounded("caf\u00e9!", 5).getReader().read())
                .isInstanceOf(PayloadTooLargeException.class);
    }

    @Test
    void countsOnceHoweverOftenTheBodyIsAskedFor() throws IOException {
        var request = bounded("123456", 5);
        request.getInputStream().skipNBytes(3);

        assertThatThrownBy(() -> request.getInputStream().readAllBytes()).isInstanceOf(PayloadTooLargeException.class);
    }

    private static BoundedRequest bounded(String body, long maxBytes) {
        var request = new MockHttpServletRequest();
        request.setContent(body.getBytes(UTF_8));
        return new BoundedRequest(request, maxBytes);
    }
}
