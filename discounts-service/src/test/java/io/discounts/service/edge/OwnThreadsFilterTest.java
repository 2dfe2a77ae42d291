package io.discounts.service.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OwnThreadsFilterTest {
    private final OwnThreadsFilter filter = new OwnThreadsFilter("own");

    @AfterEach
    void end() {
        filter.destroy();
        MDC.clear();
    }

    @Test
    void worksInAPlatformThreadWhoseLogLinesHaveTheRequestsId() throws Exception {
        MDC.put(RequestIdFilter.LOG_KEY, "r-1");
        var seen = new ArrayList<String>();

        try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            var logged = MDC.getCopyOfContextMap();
            virtual.submit(() -> {
                        MDC.setContextMap(logged);
                        through((request, response) -> seen.addAll(List.of(
                                Thread.currentThread().getName(),
                                Boolean.toString(Thread.currentThread().isVirtual()),
                                MDC.get(RequestIdFilter.LOG_KEY))));
                        return null;
                    })
                    .get();
        }

        assertThat(seen).containsExactly("own-0", "false", "r-1");
    }

    @Test
    void leavesNoIdToTheNextRequestOfItsThread() throws Exception {
        MDC.put(RequestIdFilter.LOG_KEY, "r-1");
        through((request, response) -> {});
        MDC.clear();

        var seen = new ArrayList<Boolean>();
        through((request, response) -> seen.add(MDC.get(RequestIdFilter.LOG_KEY) == null));

        assertThat(seen).containsExactly(true);
    }

    @Test
    void failsAsWhatItCallsFails() {
        assertThatThrownBy(() -> through(failing(new IOException("gone")))).isExactlyInstanceOf(IOException.class);
        assertThatThrownBy(() -> through(failing(new ServletException("no"))))
                .isExactlyInstanceOf(ServletException.class);
        assertThatThrownBy(() -> through(failing(new IllegalStateException("never"))))
                .isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> through((request, response) -> {
                    throw new StackOverflowError();
                }))
                .isExactlyInstanceOf(StackOverflowError.class);
    }

    @Test
    void doesNotLeaveARequestThatIsBeingWorkedOnWhenItIsInterrupted() throws Exception {
        var done = new ArrayList<String>();

        Thread.currentThread().interrupt();
        through((request, response) -> done.add("done"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).containsExactly("done");
    }

    private void through(FilterChain chain) throws ServletException, IOException {
        filter.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);
    }

    private static FilterChain failing(Exception failure) {
        return (request, response) -> {
            switch (failure) {
                case IOException broken -> throw broken;
                case ServletException refused -> throw refused;
                case RuntimeException unexpected -> throw unexpected;
                default -> throw new AssertionError(failure);
            }
        };
    }
}
