package io.discounts.service.eligibility.web;

import io.discounts.service.eligibility.ReasonCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonSchemaTest {
    @Test
    void describesEveryCodeThereIs() throws IOException {
        var code = description().at("/components/schemas/Reason/properties/code");
        var codes = Stream.of(ReasonCode.values()).map(ReasonCode::code).toList();

        assertThat(code.get("enum").valueStream().map(JsonNode::stringValue)).containsExactlyElementsOf(codes);
        assertThat(code.get("description").stringValue())
                .contains(codes.stream().map(one -> "`" + one + "`").toList());
    }

    private static JsonNode description() throws IOException {
        try (var openapi = ReasonSchemaTest.class.getResourceAsStream("/static/openapi.json")) {
            return new JsonMapper().readTree(openapi);
        }
    }
}
