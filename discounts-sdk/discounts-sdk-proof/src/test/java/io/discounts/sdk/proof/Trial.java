package io.discounts.sdk.proof;

import io.discounts.sdk.Source;
import io.discounts.sdk.testkit.Behaviours;
import io.discounts.sdk.testkit.Script;

import java.time.Duration;
import java.util.List;

/**
 * A fault to try.
 *
 * @param atLeast how long it is kept up, whatever comes of it
 * @param answersFrom whence every answer must come while it lasts
 * @param storm whether it is an answer to every request, so that amplification can be told
 */
record Trial(String name, Script script, Duration atLeast, From answersFrom, boolean storm) {
    /** Whence an answer may come. */
    enum From {
        LOCAL,
        REMOTE,
        EITHER;

        boolean allows(Source source) {
            return this == EITHER || (this == LOCAL) == (source == Source.LOCAL);
        }
    }

    static List<Trial> all() {
        return List.of(
                local("SYN black hole", Behaviours.blackHole()),
                local("accepted, then silence", Behaviours.silence()),
                local("headers, then a byte every 100 ms", Behaviours.trickle()),
                local("reset", Behaviours.reset()),
                storm("503 storm", Behaviours.unavailable()),
                storm("503 storm with Retry-After", Behaviours.unavailable(Duration.ofSeconds(1))),
                storm("429 with Retry-After", Behaviours.tooManyRequests(Duration.ofSeconds(1))),
                local("HTML with 200", Behaviours.html()),
                local("truncated", Behaviours.truncated()),
                local("100 MB", Behaviours.oversized()),
                local("wrong content type", Behaviours.wrongContentType()),
                local("invalid JSON", Behaviours.invalidJson()),
                local("wrong certificate", Behaviours.wrongCertificate()),
                new Trial("unknown values", Behaviours.unknownValues(), Duration.ZERO, From.REMOTE, false),
                new Trial(
                        "flapping every 5 s",
                        Script.flapping(Duration.ofSeconds(5), Behaviours.reset()),
                        Duration.ofSeconds(20),
                        From.EITHER,
                        false),
                new Trial(
                        "half-open probes that hang",
                        Script.first(20, Behaviours.unavailable(), Behaviours.silence()),
                        Duration.ofSeconds(15),
                        From.LOCAL,
                        false));
    }

    /** Whether its breaker has to open: not where answers come from the service as well. */
    boolean opensBreaker() {
        return answersFrom == From.LOCAL;
    }

    private static Trial local(String name, Script script) {
        return new Trial(name, script, Duration.ZERO, From.LOCAL, false);
    }

    private static Trial storm(String name, Script script) {
        return new Trial(name, script, Duration.ZERO, From.LOCAL, true);
    }
}
