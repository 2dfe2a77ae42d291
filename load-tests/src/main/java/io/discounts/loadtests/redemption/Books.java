package io.discounts.loadtests.redemption;

import io.discounts.loadtests.events.HeardEvents;
import io.discounts.loadtests.events.OutboxSnapshot;
import io.discounts.loadtests.harness.Report;
import io.discounts.service.devservers.RunningServers;
import org.awaitility.Awaitility;

import java.time.Duration;
import java.util.List;

/** What must be true of budgets, holds and events whenever nothing is under way. */
final class Books {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final RunningServers servers;
    private final UsageTables tables;
    private final Report report;

    Books(RunningServers servers, UsageTables tables, Report report) {
        this.servers = servers;
        this.tables = tables;
        this.report = report;
    }

    /** Until no hold waits for its end: all are settled, or have expired. */
    void awaitNoHold() {
        Awaitility.await().atMost(PATIENCE).until(() -> tables.held() == 0);
    }

    /**
     * Holds the tables against each other.
     *
     * @throws IllegalStateException with what differs
     */
    void requireReconciled() {
        requireNone(tables.differences(), "Budgets are not what the lines use");
        require(tables.linesAtOdds() == 0, "Lines are at odds with their redemptions");
        require(tables.stuckExclusives() == 0, "Exclusive use is left that nobody has");
        report.line("budgets, lines and holds agree, to the last use");
    }

    /**
     * Waits until all events are on the stream, and holds them against the tables.
     *
     * @throws IllegalStateException with what differs
     */
    void requireTold() {
        var outbox = new OutboxSnapshot(servers.database());
        Awaitility.await().atMost(PATIENCE).until(() -> outbox.waiting() == 0);
        var heard = HeardEvents.verified(servers);
        var events = heard.inOrder().values().stream()
                .flatMap(List::stream)
                .filter(id -> !id.startsWith("ES/"))
                .map(RedemptionEvent::of)
                .toList();
        requireNone(Stories.of(events).inconsistentWith(tables.statusById()), "Events are not what has become");
        report.line(
                "%,d events heard, each redemption's in order and as it stands; %,d came twice",
                heard.events(), heard.again());
    }

    /** @throws IllegalStateException if an exclusive discount has had two holders at a time */
    void requireTurns(List<String> discountIds) {
        var events = tables.events().stream()
                .map(RedemptionEvent::of)
                .filter(event -> discountIds.contains(event.discount()))
                .toList();
        var turns = ExclusiveTurns.of(events);
        requireNone(turns.overlaps(), "An exclusive discount was sold twice");
        report.line("%,d holds of %,d exclusive discounts, one after the other", turns.turns(), discountIds.size());
    }

    static void requireNone(List<String> found, String otherwise) {
        require(found.isEmpty(), otherwise + ": " + found.stream().limit(20).toList());
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
