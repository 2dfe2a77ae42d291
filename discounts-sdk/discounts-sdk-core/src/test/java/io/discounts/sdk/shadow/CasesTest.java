package io.discounts.sdk.shadow;

import io.discounts.sdk.Fixtures;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.internal.MirroredCall;
import io.discounts.sdk.internal.json.CaseJson;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.model.Terms;
import io.discounts.sdk.rollout.RouteKey;
import io.discounts.sdk.shadow.Comparison.Mismatched;
import io.discounts.sdk.shadow.Comparison.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class CasesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SALT = "a secret";
    private static final SearchRequest REQUEST = Fixtures.SEARCH.by(new Customer("customer-4711", List.of("prime"), 3));
    private static final SearchAnswer NOTHING = SearchAnswer.of(List.of(), Map.of());
    private static final SearchAnswer FOR_ONE_CUSTOMER = SearchAnswer.of(
            List.of(),
            Map.of(
                    "p:1",
                    new ListedDiscount(
                            "p:1",
                            "p",
                            "label",
                            "EUR",
                            new Terms("percentage_off", Map.of("percent", 20L)),
                            new Terms("items", Map.of()),
                            List.of(new Terms("customer", Map.of("anyOf", List.of("customer-4711")))),
                            null)));
    private static final Mismatched MISSING = new Mismatched(
            List.of(new Mismatch(MismatchKind.MISSING, "/discounts/{id}", "/discounts/p:1", "{}", null)),
            Verdict.DEFECT);

    private final Heard heard = new Heard();

    @TempDir
    java.nio.file.Path folder;

    private CaseRecorder recorder() {
        return new CaseRecorder(
                new ObservedResults(heard),
                CaseOptions.in(folder),
                new CustomerIds(SALT),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Subject<SearchAnswer> subject() {
        var call = new MirroredCall<>(
                Operation.SEARCH,
                new RouteKey("ES", "customer-4711", null, null),
                REQUEST,
                Path.LOCAL,
                FOR_ONE_CUSTOMER,
                Duration.ZERO,
                NOW,
                Side.mustNotBeAsked(),
                Side.mustNotBeAsked());
        return new Subject<>(call, new SearchQuestion(REQUEST).asOf(NOW), Duration.ZERO, Duration.ZERO);
    }

    @Test
    void readsWhatItHasWritten() throws IOException {
        for (var seed = 0L; seed < 20; seed++) {
            var answers = new RandomAnswers(seed);
            var search = new Case(Operation.SEARCH, REQUEST, answers.search(), answers.search(), MISSING, NOW);
            var evaluation = new Case(
                    Operation.EVALUATE, Fixtures.EVALUATE, answers.evaluation(), answers.evaluation(), MISSING, NOW);

            assertThat(read(CaseJson.write(search))).isEqualTo(search);
            assertThat(read(CaseJson.write(evaluation))).isEqualTo(evaluation);
        }
    }

    @Test
    void keepsACaseWithoutAnIdOfACustomer() throws IOException {
        recorder().mismatched(subject(), MISSING, FOR_ONE_CUSTOMER, NOTHING);

        var file = folder.resolve("search-defect-missing-discounts-id--1.json");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(Files.readString(file))
                .doesNotContain("4711")
                .contains(new CustomerIds(SALT).hashed("customer-4711"));
        assertThat(heard.verdicts()).containsExactly(Verdict.DEFECT);
    }

    @Test
    void keepsNoLag() {
        recorder().mismatched(subject(), new Mismatched(MISSING.mismatches(), Verdict.LAG), FOR_ONE_CUSTOMER, NOTHING);

        assertThat(folder).isEmptyDirectory();
        assertThat(heard.verdicts()).containsExactly(Verdict.LAG);
    }

    @Test
    void keepsSoManyOfAKindAndNoMoreOverRestarts() {
        for (var i = 0; i < 20; i++) {
            recorder().mismatched(subject(), MISSING, FOR_ONE_CUSTOMER, NOTHING);
        }

        assertThat(folder.toFile().list()).hasSize(5).allMatch(name -> name.endsWith(".json"));
    }

    @Test
    void tellsOfAMismatchThatCannotBeKept() throws IOException {
        Files.delete(folder);
        Files.createFile(folder);
        recorder().mismatched(subject(), MISSING, FOR_ONE_CUSTOMER, NOTHING);
        Files.delete(folder);

        assertThat(heard.verdicts()).containsExactly(Verdict.DEFECT);
    }

    @Test
    void asksForTheSameMomentAndTellsWhomTheAnswerAgreesWith() {
        recorder().mismatched(subject(), MISSING, FOR_ONE_CUSTOMER, NOTHING);
        var asked = new ArrayList<SearchRequest>();
        var side = new Side((request, call) -> {
            asked.add(request);
            return NOTHING;
        });

        var replayed = Cases.in(folder, SALT).replay(side);

        assertThat(replayed).singleElement().satisfies(only -> {
            assertThat(only.agreesWithCandidate()).isTrue();
            assertThat(only.toControl()).extracting(Mismatch::kind).containsExactly(MismatchKind.MISSING);
        });
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.at()).isEqualTo(NOW);
            assertThat(request.customer().id()).startsWith("hashed-");
            assertThat(request.customer().segments()).containsExactly("prime");
        });
    }

    @Test
    void asksForTheTestsOwnCustomersByTheirIds() {
        recorder().mismatched(subject(), MISSING, FOR_ONE_CUSTOMER, NOTHING);
        var asked = new ArrayList<String>();
        var side = new Side((request, call) -> {
            asked.add(String.valueOf(request.customer().id()));
            return FOR_ONE_CUSTOMER;
        });

        var replayed = Cases.in(folder, SALT)
                .withCustomers(List.of("customer-1", "customer-4711"))
                .replay(side);

        assertThat(asked).containsExactly("customer-4711");
        assertThat(replayed).allMatch(Replayed::agreesWithControl);
    }

    private static Case read(String json) throws IOException {
        return CaseJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
