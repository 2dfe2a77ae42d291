package io.discounts.service.replay;

import io.discounts.service.ingestion.IngestionProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replays from the command line: goes on with what the same command has left, and tells how it goes while it does. */
final class ReplayCommand {
    private static final Duration TELLS_EVERY = Duration.ofSeconds(2);

    private final JdbcReplays replays;
    private final ReplayRun run;
    private final Attendance attendance;
    private final List<IngestionProperties.Stream> streams;
    private final PrintStream progress;

    ReplayCommand(
            JdbcReplays replays,
            ReplayRun run,
            Attendance attendance,
            List<IngestionProperties.Stream> streams,
            PrintStream progress) {
        this.replays = replays;
        this.run = run;
        this.attendance = attendance;
        this.streams = List.copyOf(streams);
        this.progress = progress;
    }

    /** @throws IllegalArgumentException if there is no such provider */
    CommandOutcome replay(ReplayOrder order, String actor, StopSignal stop) {
        if (order.provider() != null
                && streams.stream().noneMatch(stream -> stream.provider().equals(order.provider()))) {
            throw new IllegalArgumentException("there is no provider " + order.provider());
        }
        var id = replays.findSame(order, ReplayOrigin.COMMAND_LINE)
                .orElseGet(() -> replays.add(order, ReplayOrigin.COMMAND_LINE, actor));
        var held = attendance.take(id);
        if (held.isEmpty()) {
            return new CommandOutcome(CommandOutcome.BUSY, busy(id));
        }
        try (var attended = held.get()) {
            attend(attended.replayId(), stop);
        }
        return new ReplayAnswer(replays.find(id).orElseThrow()).outcome();
    }

    private static Map<String, Object> busy(long id) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("replay", id);
        answer.put("reason", "another process runs this replay");
        return answer;
    }

    private void attend(long id, StopSignal stop) {
        var through = new StopSignal();
        var teller = Thread.ofPlatform().daemon().name("replay-progress").start(() -> {
            while (!through.raisedWithin(TELLS_EVERY)) {
                tell(id);
            }
        });
        try {
            runToItsEnd(id, stop);
        } finally {
            through.raise();
            join(teller);
        }
        tell(id);
    }

    /** A database or a log that is away in between is waited for. */
    private void runToItsEnd(long id, StopSignal stop) {
        while (!stop.raised()) {
            try {
                run.run(id, stop);
                return;
            } catch (DataAccessException | TransactionException away) {
                progress.println("replay " + id + " waits for " + awaited(away));
                if (stop.raisedWithin(TELLS_EVERY)) {
                    return;
                }
            }
        }
    }

    private static String awaited(Exception away) {
        return away instanceof EventLogAwayException ? "its log: " + away.getMessage() : "the database";
    }

    private void tell(long id) {
        try {
            replays.find(id).ifPresent(replay -> progress.println(new ReplayAnswer(replay).progress()));
        } catch (DataAccessException away) {
            progress.println("replay " + id + ": the database does not answer");
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
