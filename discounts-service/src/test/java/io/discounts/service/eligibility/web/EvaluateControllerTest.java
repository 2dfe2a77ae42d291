package io.discounts.service.eligibility.web;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.discount.StoreId;
import io.discounts.service.eligibility.EligibilityEvaluator;
import io.discounts.service.redemption.Availability;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import static io.discounts.service.eligibility.web.EvaluateBodies.item;
import static org.assertj.core.api.Assertions.assertThat;

class EvaluateControllerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final StoreCandidates UNKNOWN_STORE = new StoreCandidates(new StoreId("s-1"), null, List.of());

    @Test
    void tellsHowFreshTheAnswerIs() {
        var answer = ask(new CandidateLookup.Found(List.of(UNKNOWN_STORE), true));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(answer.getBody())
                .isInstanceOfSatisfying(
                        byte[].class,
                        json -> assertThat(new String(json, StandardCharsets.UTF_8))
                                .endsWith(
                                        "\"watermarks\":{\"prime-benefits\":\"2026-11-22T12:00:00Z\"},\"stale\":true}"));
    }

    @Test
    void asksToTryAgainWhereTheCatalogCannotBeHad() {
        var answer = ask(new CandidateLookup.Unavailable("The catalog is away."));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static ResponseEntity<?> ask(CandidateLookup found) {
        var evaluating = new Evaluating(
                new FixedCatalog(found),
                new WatermarksJson(new FixedWatermarks(Map.of("prime-benefits", NOON))),
                new EligibilityEvaluator(Availability.UNTOUCHED),
                Clock.fixed(NOON, ZoneOffset.UTC));
        return new EvaluateController(evaluating).evaluate(EvaluateBodies.of(item("l1")), new MockHttpServletRequest());
    }
}
