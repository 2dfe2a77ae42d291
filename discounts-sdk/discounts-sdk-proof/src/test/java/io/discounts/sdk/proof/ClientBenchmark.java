package io.discounts.sdk.proof;

import io.discounts.sdk.Answer;
import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Call;
import io.discounts.sdk.Deadline;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Priority;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.testkit.FakeDiscountsService;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static io.discounts.sdk.testkit.FakeDiscount.discount;

/**
 * What the client costs before a local search that costs nothing, and beside the HTTP client it is built on. Run by {@link
 * BenchmarksRun}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ClientBenchmark {
    private static final String BODY = "{\"region\":\"ES\",\"storeIds\":[\"s-1\",\"s-2\"]}";
    private static final SearchRequest SEARCH = SearchRequest.of("ES", List.of("s-1", "s-2"));
    private static final Call PATIENT = Call.BROWSE.within(Duration.ofSeconds(10));

    private final FakeDiscountsService service = FakeDiscountsService.start();
    private final DiscountsBackend nothing = new EmptySearch();
    private final DiscountsClient local = client(Stage.LOCAL);
    private final DiscountsClient remote = client(Stage.REMOTE);
    private final OkHttpClient raw = new OkHttpClient();

    @Setup
    public void offer() {
        service.store("s-1")
                .has(discount("partner-promotions:42").percentOff(20).minBasket(1500));
    }

    @TearDown
    public void close() {
        local.close();
        remote.close();
        raw.dispatcher().executorService().shutdown();
        raw.connectionPool().evictAll();
        service.close();
    }

    @Benchmark
    public SearchAnswer localSearchAlone() {
        var deadline = Deadline.after(Duration.ofMillis(250), System::nanoTime);
        return nothing.search(SEARCH, new BackendCall(Priority.BROWSE, deadline));
    }

    @Benchmark
    public Answer<SearchAnswer> clientBeforeLocalSearch() {
        return local.search(SEARCH);
    }

    @Benchmark
    public String okHttpAlone() throws IOException {
        var request = new Request.Builder()
                .url(service.uri() + "/v1/discounts/search")
                .post(RequestBody.create(BODY, MediaType.get("application/json")))
                .build();
        try (var response = raw.newCall(request).execute()) {
            return response.body().string();
        }
    }

    @Benchmark
    public Answer<SearchAnswer> clientBeforeService() {
        return remote.search(SEARCH, PATIENT);
    }

    private DiscountsClient client(Stage stage) {
        return DiscountsClient.builder()
                .service(service.uri())
                .local(nothing)
                .routes((operation, key) -> new Route(stage, Reason.STAGE))
                .build();
    }
}
