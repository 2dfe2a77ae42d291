package io.discounts.sdk.testkit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FakeDiscountsExtension.class)
class FakeDiscountsExtensionTest {
    private static final List<FakeDiscountsService> GIVEN = new ArrayList<>();

    private static final long TO_END_MILLIS = 5_000;

    private URI prepared = URI.create("none:yet");

    @BeforeEach
    void prepare(FakeDiscountsService service) {
        prepared = service.uri();
    }

    @AfterAll
    static void gaveEachTestItsOwnAndClosedIt() throws InterruptedException {
        assertThat(GIVEN).hasSize(2).doesNotHaveDuplicates();
        assertThat(GIVEN).allMatch(service -> service.openConnections() == 0);
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("fake-discounts")) {
                thread.join(TO_END_MILLIS); // closed, it may still have its last steps to do
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void givesOneServiceToATestAndItsPreparation(FakeDiscountsService service) throws Exception {
        GIVEN.add(service);

        assertThat(service.uri()).isEqualTo(prepared);
        assertThat(Caller.of(service).search("s-1").statusCode()).isEqualTo(200);
    }

    @Test
    void givesAnotherServiceToAnotherTest(FakeDiscountsService service) throws Exception {
        GIVEN.add(service);

        assertThat(service.requestCount()).isZero();
        assertThat(Caller.of(service).search("s-1").statusCode()).isEqualTo(200);
    }
}
