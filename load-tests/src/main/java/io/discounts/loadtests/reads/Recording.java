package io.discounts.loadtests.reads;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

import java.util.List;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.http.HttpDsl.status;

/** Notes what becomes of requests, for Gatling tells it in pages for people alone. */
record Recording(Outcomes outcomes) {
    private static final String MILLIS = "millis";
    private static final String STATUS = "status";
    private static final int NONE = 0;
    private static final int CONFLICT = 409;

    /**
     * Sends a request, and wants it done, or refused for a reason of the caller's.
     *
     * @param names of what it counts among in the statistics
     */
    ChainBuilder sent(HttpRequestActionBuilder request, String... names) {
        return exec(session -> session.markAsSucceeded().set(STATUS, NONE))
                .exec(request.check(
                        responseTimeInMillis().saveAs(MILLIS),
                        status().saveAs(STATUS),
                        status().in(200, 201, CONFLICT)))
                .exec(session -> noted(session, List.of(names)));
    }

    /** Whether the last request was done. */
    static boolean isAnswered(Session session) {
        return !session.isFailed() && session.getInt(STATUS) != CONFLICT;
    }

    private Session noted(Session session, List<String> names) {
        for (var name : names) {
            outcomes.note(name, session.getInt(STATUS), session.contains(MILLIS) ? session.getInt(MILLIS) : 0);
        }
        return session;
    }
}
