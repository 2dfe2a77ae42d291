package io.discounts.sdk.shadow;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Deadline;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.Priority;
import io.discounts.sdk.internal.json.CaseJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Asks a side again what was kept, as a regression test of whichever side was wrong:
 *
 * <pre>{@code
 * assertThat(Cases.in(folder, salt).replay(localSearch)).allMatch(Replayed::agreesWithCandidate);
 * }</pre>
 *
 * The side has to know the discounts that the answers are about. Customers are asked for by their hashed ids: what their
 * segments and orders decide is in the request and stays as it was; for discounts of certain customers give {@link
 * #withCustomers} the ids of your test's customers.
 */
public final class Cases {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final CustomerIds hashes;
    private final ComparisonOptions options;
    private final UnaryOperator<String> customers;

    private Cases(Path folder, CustomerIds hashes, ComparisonOptions options, UnaryOperator<String> customers) {
        this.folder = folder;
        this.hashes = hashes;
        this.options = options;
        this.customers = customers;
    }

    /**
     * Those in a folder.
     *
     * @param salt as they were kept with, {@link ShadowOptions#salt}
     */
    public static Cases in(Path folder, String salt) {
        return new Cases(folder, new CustomerIds(salt), ComparisonOptions.DEFAULTS, UnaryOperator.identity());
    }

    /** Compared in this way. */
    public Cases comparing(ComparisonOptions newOptions) {
        return new Cases(folder, hashes, newOptions, customers);
    }

    /** Asks for these customers where a case is about one of them, and for hashed ids elsewhere. */
    public Cases withCustomers(List<String> ids) {
        return new Cases(
                folder,
                hashes,
                options,
                hashed -> ids.stream()
                        .filter(id -> hashes.hashed(id).equals(hashed))
                        .findFirst()
                        .orElse(hashed));
    }

    /**
     * Asks the side all of them, in the order of their files' names. What it throws is thrown.
     *
     * @throws UncheckedIOException if the folder or a case cannot be read
     */
    public List<Replayed> replay(DiscountsBackend side) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> replay(file, side))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Replayed replay(Path file, DiscountsBackend side) {
        try (var bytes = Files.newInputStream(file)) {
            return replay(String.valueOf(file.getFileName()), CaseJson.read(bytes), side);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private Replayed replay(String name, Case kept, DiscountsBackend side) {
        return replay(name, kept, side, Question.of(new HashedAnswers(customers).of(kept.request())));
    }

    @SuppressWarnings("unchecked") // a case's answers are of its operation
    private <A> Replayed replay(String name, Case kept, DiscountsBackend side, Question<A> question) {
        var call = new BackendCall(Priority.SHADOW, Deadline.after(PATIENCE, System::nanoTime));
        var answer = question.ask(side, call);
        var comparer = new Comparer(options, hashes);
        return new Replayed(
                name,
                kept,
                comparer.compare(question, (A) kept.control(), answer),
                comparer.compare(question, (A) kept.candidate(), answer));
    }
}
