package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Streamed;
import io.discounts.service.discount.DiscountChange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A change on its way to its provider's stream, in the contract's own words. */
final class CanonicalEvent {
    private static final CanonicalFormat FORMAT = new CanonicalFormat();

    private CanonicalEvent() {}

    /**
     * What a statement says, or news of it.
     *
     * @param time at which it is told
     */
    static Streamed of(Provider provider, Statement statement, DiscountChange change, Instant time) {
        var told = time.truncatedTo(ChronoUnit.MILLIS);
        var line = new ByteArrayOutputStream();
        try {
            FORMAT.write(
                    new Statement(statement.country(), statement.name(), told, List.of(change)), new EventLines(line));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var subject = change.region().code() + '/' + change.id().externalId();
        return new Streamed(
                provider.name(), subject, line.toString(StandardCharsets.UTF_8).strip());
    }
}
