package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BulkheadFullException;
import io.discounts.sdk.Operation;
import io.discounts.sdk.RemoteFailedException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BulkheadTest {
    private final Attempts service = new Attempts();

    @Test
    void refusesAtOnceWhatFindsNoPlace() {
        var bulkhead = new Bulkhead(2);

        var nested = bulkhead.<String>call(
                Operation.SEARCH,
                Attempts.call(),
                outer -> bulkhead.call(Operation.SEARCH, Attempts.call(), inner -> {
                    assertThatThrownBy(() -> service.through(bulkhead)).isInstanceOf(BulkheadFullException.class);
                    return "answer";
                }));

        assertThat(nested).isEqualTo("answer");
        assertThat(service.count()).isZero();
    }

    @Test
    void givesPlacesBackHoweverACallEnds() {
        var bulkhead = new Bulkhead(1);
        service.failing(() -> new RemoteFailedException("broke off", null));
        service.triedThrough(bulkhead);
        service.answering();

        assertThat(service.through(bulkhead)).isEqualTo("answer");
        assertThat(service.through(bulkhead)).isEqualTo("answer");
    }
}
