package io.discounts.sdk.shadow;

import io.discounts.sdk.internal.json.CaseJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps mismatching calls, and tells of them as well. Safe for use by many threads. */
final class CaseRecorder implements Results {
    private static final Logger LOG = LoggerFactory.getLogger(CaseRecorder.class);

    private final Results results;
    private final CaseOptions options;
    private final HashedAnswers hashed;
    private final Clock clock;
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    CaseRecorder(Results results, CaseOptions options, CustomerIds customers, Clock clock) {
        this.results = results;
        this.options = options;
        this.hashed = new HashedAnswers(customers::hashed);
        this.clock = clock;
    }

    @Override
    public void matched(Subject<?> subject) {
        results.matched(subject);
    }

    @Override
    public void incomparable(Subject<?> subject, String why) {
        results.incomparable(subject, why);
    }

    @Override
    public void sampled(Subject<?> subject, Comparison controlWithItself) {
        results.sampled(subject, controlWithItself);
    }

    /** Lag is not kept: there is nothing to be done about it. */
    @Override
    public <A> void mismatched(Subject<A> subject, Comparison.Mismatched mismatched, A control, A candidate) {
        results.mismatched(subject, mismatched, control, candidate);
        if (mismatched.verdict() != Comparison.Verdict.LAG && kept.get() < options.total()) {
            try {
                keep(new Case(
                        subject.call().operation(),
                        hashed.of(subject.question().request()),
                        hashed.of(control),
                        hashed.of(candidate),
                        mismatched,
                        clock.instant()));
            } catch (IOException | RuntimeException cannotKeep) {
                if (!hasFailed.getAndSet(true)) {
                    LOG.warn("discounts: a case could not be kept; further failures are not logged", cannotKeep);
                }
            }
        }
    }

    private void keep(Case kept) throws IOException {
        Files.createDirectories(options.folder());
        for (var number = 1; number <= options.perKind(); number++) {
            var file = options.folder().resolve(kind(kept) + "-" + number + ".json");
            if (!Files.exists(file)) {
                write(kept, file);
                return;
            }
        }
    }

    private void write(Case written, Path file) throws IOException {
        var whole = Files.createTempFile(options.folder(), "case", ".tmp");
        try {
            Files.writeString(whole, CaseJson.write(written));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            kept.incrementAndGet();
        } catch (FileAlreadyExistsException another) {
            // Another client was first, which is as good.
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static String kind(Case kept) {
        var first = kept.mismatches().get(0);
        return (kept.operation().key() + "-" + kept.mismatched().verdict() + "-" + first.kind())
                        .toLowerCase(Locale.ROOT)
                + first.field().replaceAll("[^A-Za-z]+", "-");
    }
}
