package io.discounts.service.edge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProblemTest {
    @ParameterizedTest
    @CsvSource({
        "400, invalid-request, 400",
        "401, unauthorized, 401",
        "403, forbidden, 403",
        "404, not-found, 404",
        "405, method-not-allowed, 405",
        "406, not-acceptable, 406",
        "408, invalid-request, 400",
        "413, payload-too-large, 413",
        "415, unsupported-media-type, 415",
        "431, invalid-request, 400",
        "500, internal-error, 500",
        "501, invalid-request, 400",
        "502, service-unavailable, 503",
        "503, service-unavailable, 503",
        "505, invalid-request, 400",
        "599, internal-error, 500"
    })
    void hasATypeForEveryStatusThatOthersChoose(int chosen, String slug, int answered) {
        var problem = Problem.ofStatus(chosen);

        assertThat(problem.type().slug()).isEqualTo(slug);
        assertThat(problem.type().status().value()).isEqualTo(answered);
        assertThat(problem.detail()).isNotBlank();
    }

    @Test
    void leavesAsProblemJsonWithItsStatus() {
        var answer = Problem.invalid(List.of(new Violation("/storeIds/3", "must be a string")))
                .toResponse();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(answer.getBody())
                .isNotNull()
                .satisfies(body -> assertThat(body.getProperties())
                        .containsEntry("errors", List.of(new Violation("/storeIds/3", "must be a string"))));
    }

    @Test
    void tellsNoMoreErrorsThanAnybodyReads() {
        var violations = Collections.nCopies(5_000, new Violation("", "is wrong"));

        assertThat(Problem.invalid(violations).errors()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"storeIds", "storeIds/3", " ", "#/a"})
    void takesNoPlaceThatIsNotAPointer(String pointer) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Violation(pointer, "is wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a/0/b~1c", "//"})
    void takesEveryPointer(String pointer) {
        assertThat(new Violation(pointer, "is wrong").pointer()).isEqualTo(pointer);
    }

    @Test
    void refusesNothingWithoutAReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Violation("/a", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Validated.Invalid<String>(List.of()));
    }

    @Test
    void isNeverASuccess() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProblemType("fine", HttpStatus.OK, "Fine"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProblemType("Not A Slug", HttpStatus.CONFLICT, "In use"));
    }
}
