package io.discounts.service.catalog;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class GuardedSourceTest {
    private final ScriptedSource behind = new ScriptedSource().with("a", "apple", 1);
    private final GuardedSource<String, String> source =
            new GuardedSource<>(behind, Breakers.of("test", Duration.ofSeconds(5)));

    @Test
    void asksNoMoreOnceTheSourceIsKnownToBeAwayAndHealsByItself() {
        behind.goAway();
        for (int i = 0; i < 5; i++) {
            assertThatIllegalStateException().isThrownBy(() -> source.load(List.of("a")));
        }

        assertThatExceptionOfType(SourceUnavailableException.class).isThrownBy(() -> source.load(List.of("a")));
        assertThat(behind.loads()).hasSize(5);

        behind.comeBack();
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(source.load(List.of("a"))).containsKey("a"));
    }
}
