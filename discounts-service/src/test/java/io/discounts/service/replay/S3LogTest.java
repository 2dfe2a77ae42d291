package io.discounts.service.replay;

import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.LocalS3;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** The event log in a real S3's API. */
class S3LogTest {
    private static final S3Shelf SHELF = new S3Shelf("listing/a=b(1)");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 21);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 22);

    private static S3Client client;

    @BeforeAll
    static void open(@TempDir Path path) {
        client = S3Shelf.client();
        var folder = new LogFolder(path);
        for (var day : List.of("2026/11/20", "2026/11/21", "2026/11/22", "2026/11/23")) {
            folder.with("stores", day, "a.ndjson", new byte[3])
                    .with("stores", day, "b + c%20\u00e4.ndjson.gz", new byte[4])
                    .with("stores", day, "notes.txt", new byte[1])
                    .with("stores", day + "/10", "deeper.ndjson", new byte[1])
                    .with("stores-2", day, "other.ndjson", new byte[1]);
        }
        SHELF.with(folder.with("stores", "0000", "no-day.ndjson", new byte[1]));
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @Test
    void listsTheSegmentsOfTheDaysPageByPage() throws IOException {
        var expected = List.of(
                new Segment("stores", "stores/2026/11/21/a.ndjson", 3),
                new Segment("stores", "stores/2026/11/21/b + c%20\u00e4.ndjson.gz", 4),
                new Segment("stores", "stores/2026/11/22/a.ndjson", 3),
                new Segment("stores", "stores/2026/11/22/b + c%20\u00e4.ndjson.gz", 4));

        for (int page : new int[] {1, 3, S3Log.PAGE}) {
            assertThat(log(page).segments("stores", FIRST, LAST))
                    .as("pages of %s", page)
                    .isEqualTo(expected);
        }
        assertThat(log(3).segments("stores", LocalDate.EPOCH, LocalDate.of(10_000, 1, 1)))
                .hasSize(8);
        assertThat(log(3).segments("prime-benefits", FIRST, LAST)).isEmpty();
    }

    @Test
    void readsWhatItHasListed() throws IOException {
        for (var segment : log(S3Log.PAGE).segments("stores", FIRST, LAST)) {
            try (var bytes = log(S3Log.PAGE).open(segment)) {
                assertThat(bytes.readAllBytes()).hasSize((int) segment.bytes());
            }
        }
    }

    @Test
    void saysWhatIsMissing() {
        var nowhere = (LogLocation.S3Prefix) LogLocation.parse("s3://no-such-bucket/log");

        assertThatIOException()
                .isThrownBy(() -> new S3Log(client, nowhere, S3Log.PAGE).segments("stores", FIRST, LAST))
                .withMessage("there is no bucket no-such-bucket");
        assertThatIOException()
                .isThrownBy(() -> log(S3Log.PAGE).open(new Segment("stores", "stores/2026/11/22/gone.ndjson", 1)))
                .withMessageContaining("gone.ndjson cannot be read: NoSuchKey");
    }

    @Test
    void saysThatItMayNotRead() {
        try (var stranger = LocalS3.client(DevServers.running().s3Endpoint(), "stranger")) {
            assertThatIOException()
                    .isThrownBy(() -> new S3Log(stranger, SHELF.location(), S3Log.PAGE).segments("stores", FIRST, LAST))
                    .withMessage(SHELF.location() + "/stores may not be read: InvalidAccessKeyId");
        }
    }

    private static S3Log log(int page) {
        return new S3Log(client, SHELF.location(), page);
    }
}
