package io.discounts.service.edge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class TraceParentTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String START = "00-" + TRACE_ID + "-00f067aa0ba902b7-";

    @ParameterizedTest
    @CsvSource({"00,false", "01,true", "02,false", "03,true", "fe,false", "ff,true"})
    void readsTheTraceAndWhetherItIsRecorded(String flags, boolean isSampled) {
        assertThat(TraceParent.of(sent(START + flags))).isEqualTo(new TraceParent(TRACE_ID, isSampled));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "01-" + TRACE_ID + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE_ID + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                START + "1",
                START + "01-more"
            })
    void readsNothingElse(String header) {
        assertThat(TraceParent.of(sent(header))).isNull();
    }

    @Test
    void isAbsentWhereNoneWasSent() {
        assertThat(TraceParent.of(new MockHttpServletRequest())).isNull();
    }

    private static MockHttpServletRequest sent(String header) {
        var request = new MockHttpServletRequest();
        request.addHeader(TraceParent.HEADER, header);
        return request;
    }
}
