package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestReaderTest {
    @Test
    void readsARequestWithoutABody() throws Exception {
        var request = first("GET /v1/redemptions/r-1 HTTP/1.1\r\nHost: a\r\nX-Two:  2 \r\n\r\n");

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/v1/redemptions/r-1");
        assertThat(request.header("host")).isEqualTo("a");
        assertThat(request.header("x-two")).isEqualTo("2");
        assertThat(request.body()).isEmpty();
        assertThat(request.at()).isEqualTo(TickingClock.START);
    }

    @Test
    void readsABodyOfItsLengthInBytes() throws Exception {
        var request = first("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nüü and the next");

        assertThat(request.body()).isEqualTo("üü");
    }

    @Test
    void readsABodyInChunks() throws Exception {
        var chunks = "3;name=value\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n";
        var request = first("POST / HTTP/1.1\r\ntransfer-encoding: Chunked\r\n\r\n" + chunks);

        assertThat(request.body()).isEqualTo("abc0123456789");
    }

    @Test
    void leavesTheQueryOut() throws Exception {
        assertThat(first("GET /a?b=c?d HTTP/1.1\r\n\r\n").path()).isEqualTo("/a");
    }

    @Test
    void readsOneRequestAfterTheOther() throws Exception {
        var requests = of("POST /a HTTP/1.1\r\nContent-Length: 1\r\n\r\nxGET /b HTTP/1.1\r\n\r\n");

        assertThat(requireNonNull(requests.next()).path()).isEqualTo("/a");
        assertThat(requireNonNull(requests.next()).path()).isEqualTo("/b");
        assertThat(requests.next()).isNull();
    }

    @Test
    void findsNothingOnAConnectionThatEnds() throws Exception {
        assertThat(of("").next()).isNull();
    }

    @Test
    void hearsNothingWhileItDrains() throws Exception {
        var requests = of("GET /a HTTP/1.1\r\n\r\n");

        requests.drain();

        assertThat(requests.next()).isNull();
    }

    @Test
    void refusesABodyThatEndsEarly() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> first("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc"));
    }

    @Test
    void refusesWhatIsNotHttp() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> first("hello\r\n\r\n"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> first("GET / HTTP/1.1\r\nnonsense\r\n\r\n"));
    }

    private static RecordedRequest first(String text) throws IOException {
        return requireNonNull(of(text).next());
    }

    private static RequestReader of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RequestReader(new ByteArrayInputStream(bytes), new TickingClock());
    }
}
