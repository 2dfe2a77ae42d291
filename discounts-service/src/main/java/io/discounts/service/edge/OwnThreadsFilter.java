package io.discounts.service.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets what waits for MySQL again and again do so in threads that the operating system schedules (ADR 32). A virtual thread that
 * wakes stands at the end of the queue of all that is asked: under an overload each of a hold's statements would wait as long as
 * a request may wait to begin.
 *
 * <p>There are as many threads as requests at a time, which is for the gate before it to bound.
 */
final class OwnThreadsFilter extends OncePerRequestFilter {
    private final ExecutorService threads;

    /** @param name of the threads */
    OwnThreadsFilter(String name) {
        this.threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name(name + '-', 0).factory());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var logged = MDC.getCopyOfContextMap();
        var work = new CompletableFuture<@Nullable Void>();
        threads.execute(() -> {
            try {
                noteInLogs(logged);
                chain.doFilter(request, response);
                work.complete(null);
            } catch (IOException | ServletException | RuntimeException | Error failed) {
                work.completeExceptionally(failed);
            } finally {
                MDC.clear();
            }
        });
        await(work);
    }

    private static void noteInLogs(@Nullable Map<String, String> logged) {
        if (logged != null) {
            MDC.setContextMap(logged);
        }
    }

    /** However often it is interrupted: the request is the other thread's until it is done. */
    private static void await(CompletableFuture<?> work) throws ServletException, IOException {
        try {
            work.join();
        } catch (CompletionException failed) {
            switch (work.exceptionNow()) {
                case IOException broken -> throw broken;
                case ServletException refused -> throw refused;
                case RuntimeException unexpected -> throw unexpected;
                case Error severe -> throw severe;
                default -> throw failed;
            }
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
