package io.discounts.service.edge;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketEvent;

import java.util.concurrent.Executor;

/**
 * Tomcat's HTTP/1.1, which notes how long requests wait for a processor ({@link ProcessorWait}), and of which a caller that
 * load control turns away keeps its connection. Tomcat itself closes after each 503, whoever writes it and whatever its
 * settings: under overload callers then connect anew for every refusal, which costs either side more than the refusal.
 *
 * <p>Whether it closes, Tomcat decides by the status at two moments: before it writes an answer's head, and once the
 * application has returned. In between it asks the protocol whether to compress. So an answer with {@link #TURNED_AWAY}, which
 * closes nothing, becomes a 503 there, and is no 503 any more when the application has returned. Should another version of
 * Tomcat not ask, callers get a 429 with its {@code Retry-After}, which says the same.
 *
 * <p>Public, for Tomcat makes it by its name.
 */
public final class KeepingProtocol extends Http11NioProtocol {
    /** What a refusal's status is set to, for callers to get a 503 that leaves their connection open. */
    static final int TURNED_AWAY = 429;

    private static final String CONNECTION = "Connection";
    private static final String CLOSE = "close";

    @Override
    public boolean useCompression(Request request, Response response) {
        if (response.getStatus() == TURNED_AWAY) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        return super.useCompression(request, response);
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new KeepingAdapter(adapter));
    }

    @Override
    public void setExecutor(Executor threads) {
        super.setExecutor(ProcessorWait.notedBy(
                new Turnstile(threads, Runtime.getRuntime().availableProcessors())));
    }

    /** A 503 whose head did not say that the connection would be closed. */
    private static boolean keeps(Response response) {
        return response.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE
                && response.isCommitted()
                && !CLOSE.equals(response.getMimeHeaders().getHeader(CONNECTION));
    }

    private record KeepingAdapter(Adapter adapter) implements Adapter {
        @Override
        public void service(Request request, Response response) throws Exception {
            adapter.service(request, response);
            if (keeps(response)) {
                response.setStatus(TURNED_AWAY);
            }
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return adapter.prepare(request, response);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
            return adapter.asyncDispatch(request, response, status);
        }

        @Override
        public void log(Request request, Response response, long time) {
            adapter.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            adapter.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return adapter.getDomain();
        }
    }
}
