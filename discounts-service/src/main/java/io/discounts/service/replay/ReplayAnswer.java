package io.discounts.service.replay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the command line says of a replay: while it runs to people, at its end to machines. */
record ReplayAnswer(Replay replay) {
    private static final double MILLIS = 1_000.0;
    private static final int PERCENT = 100;

    String progress() {
        var progress = replay.progress();
        var share = progress.bytes() == 0 ? 0 : PERCENT * progress.readBytes() / progress.bytes();
        var eta = progress.eta();
        return String.format(
                Locale.ROOT,
                "replay %d: %,d records, %,.0f/s, %d %% of %d segments, ETA %s, rejected %,d",
                replay.id(),
                progress.counts().records(),
                progress.recordsPerSecond(),
                share,
                progress.segments(),
                eta == null ? "unknown" : eta.toSeconds() + " s",
                progress.counts().rejected());
    }

    CommandOutcome outcome() {
        return new CommandOutcome(exitCode(), answer());
    }

    private int exitCode() {
        return switch (replay.state()) {
            case SUCCEEDED -> isWhole() ? CommandOutcome.DONE : CommandOutcome.SOME_REJECTED;
            case FAILED -> CommandOutcome.FAILED;
            case CANCELLED, PENDING, RUNNING -> CommandOutcome.LEFT;
        };
    }

    private boolean isWhole() {
        return replay.progress().counts().rejected() == 0
                && replay.progress().troubles().isEmpty();
    }

    private Map<String, Object> answer() {
        var progress = replay.progress();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("replay", replay.id());
        answer.put("state", replay.state().name().toLowerCase(Locale.ROOT));
        answer.put("segments", progress.segments());
        answer.put("records", progress.counts().records());
        answer.put("applied", progress.counts().applied());
        answer.put("outdated", progress.counts().outdated());
        answer.put("rejected", progress.counts().rejected());
        answer.put("outside", progress.counts().outside());
        answer.put("recordsPerSecond", Math.round(progress.recordsPerSecond()));
        answer.put("seconds", seconds());
        progress.troubles().forEach(trouble -> trouble(answer, trouble));
        if (replay.failure() != null) {
            answer.put("failure", replay.failure());
        }
        var checksums = replay.checksums();
        if (checksums != null) {
            answer.put("live", checksums.live());
            answer.put("shadow", checksums.shadow());
            answer.put("equal", checksums.live().equals(checksums.shadow()));
        }
        return answer;
    }

    private double seconds() {
        var began = replay.beganAt();
        var ended = replay.endedAt();
        return began == null || ended == null
                ? 0
                : Duration.between(began, ended).toMillis() / MILLIS;
    }

    private static void trouble(Map<String, Object> answer, ReplayProgress.Trouble trouble) {
        @SuppressWarnings("unchecked")
        var troubles =
                (Map<String, String>) answer.computeIfAbsent("troubles", key -> new LinkedHashMap<String, String>());
        troubles.put(trouble.segment(), trouble.detail());
    }
}
