package io.discounts.sdk.spring;

import io.discounts.sdk.Answer;
import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Call;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.ReleaseRequest;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.model.StoreDiscounts;
import io.discounts.sdk.testkit.FakeDiscountsService;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Hosts of the client, with as little in them as a test needs. */
final class Hosts {
    /** First calls load classes, for which the budget of a call is not made. */
    private static final Call PATIENT = Call.BROWSE.within(Duration.ofSeconds(30));

    private Hosts() {}

    static ApplicationContextRunner empty() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DiscountsClientAutoConfiguration.class));
    }

    static ApplicationContextRunner of(FakeDiscountsService service) {
        return empty().withPropertyValues("discounts.client.base-url=" + service.uri());
    }

    static ApplicationContextRunner withOwnSearch(FakeDiscountsService service) {
        return of(service).withBean(DiscountsBackend.class, EmptySearch::new);
    }

    static Answer<SearchAnswer> search(DiscountsClient client) {
        return client.search(SearchRequest.of("ES", List.of("s-1")), PATIENT);
    }

    /** A local search that finds nothing and books nothing. */
    static final class EmptySearch implements DiscountsBackend {
        @Override
        public SearchAnswer search(SearchRequest request, BackendCall call) {
            var stores = request.storeIds().stream()
                    .map(id -> new StoreDiscounts(id, List.of()))
                    .toList();
            return SearchAnswer.of(stores, Map.of());
        }

        @Override
        public EvaluateAnswer evaluate(EvaluateRequest request, BackendCall call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RedemptionOutcome hold(HoldRequest request, BackendCall call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RedemptionOutcome confirm(ConfirmRequest request, BackendCall call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RedemptionOutcome release(ReleaseRequest request, BackendCall call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RedemptionOutcome cancel(CancelRequest request, BackendCall call) {
            throw new UnsupportedOperationException();
        }
    }
}
