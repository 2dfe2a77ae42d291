package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class RequestLogTest {
    private final RequestLog log = new RequestLog();

    @Test
    void keepsTheNewestAndCountsAll() {
        for (var i = 0; i < 10_005; i++) {
            log.add(request("/" + i));
        }

        assertThat(log.count()).isEqualTo(10_005);
        assertThat(log.newest()).hasSize(10_000);
        assertThat(log.newest()).first().extracting(RecordedRequest::path).isEqualTo("/5");
        assertThat(log.newest()).last().extracting(RecordedRequest::path).isEqualTo("/10004");
    }

    @Test
    void givesACopy() {
        log.add(request("/a"));
        var before = log.newest();

        log.add(request("/b"));

        assertThat(before).hasSize(1);
    }

    @Test
    void forgets() {
        log.add(request("/a"));

        log.clear();

        assertThat(log.count()).isZero();
        assertThat(log.newest()).isEmpty();
    }

    private static RecordedRequest request(String path) {
        return new RecordedRequest("GET", path, Map.of(), "", TickingClock.START);
    }
}
