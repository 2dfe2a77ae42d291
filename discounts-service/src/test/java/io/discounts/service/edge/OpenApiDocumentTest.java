package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeTest;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@EdgeTest
class OpenApiDocumentTest {
    private final WebApplicationContext application;

    OpenApiDocumentTest(WebApplicationContext application) {
        this.application = application;
    }

    @Test
    void describesAnOperationWithItsScopeAndWhatTheEdgeAnswers() throws Exception {
        var echo = description().at("/paths/~1v1~1discounts~1echo/post");

        assertThat(echo.at("/security/0/token/0").asString()).isEqualTo("discounts:read");
        assertThat(echo.at("/requestBody/content/application~1json/schema/$ref").asString())
                .endsWith("/EchoRequest");
        assertThat(echo.path("responses").propertyNames())
                .containsExactly("200", "400", "401", "403", "406", "413", "415", "500", "503");
        assertThat(echo.at("/responses/200/headers").propertyNames()).containsExactly("X-Request-Id", "traceresponse");
    }

    @Test
    void expectsNoRefusedBodyWhereThereIsNone() throws Exception {
        var operation = description().at("/paths/~1v1~1redemptions~1echo/get");

        assertThat(operation.at("/security/0/token/0").asString()).isEqualTo("discounts:redeem");
        assertThat(operation.path("responses").propertyNames()).doesNotContain("413", "415");
    }

    @Test
    void refersToNothingThatIsNotThere() throws Exception {
        var description = description();

        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(references(description))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void isTheSameEveryTime() throws Exception {
        assertThat(OpenApiDocument.of(application)).isEqualTo(OpenApiDocument.of(application));
    }

    private JsonNode description() throws Exception {
        return JsonMapper.shared().readTree(OpenApiDocument.of(application));
    }

    private static List<String> references(JsonNode node) {
        return node.findValues("$ref").stream().map(JsonNode::asString).toList();
    }
}
