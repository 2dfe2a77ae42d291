package io.discounts.service.edge;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The description of a running application's API, always the same for the same API. */
final class OpenApiDocument {
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private OpenApiDocument() {}

    /** What springdoc finds in the controllers, with what the edge adds to each of them; pretty, keys in order. */
    static String of(WebApplicationContext application) throws Exception {
        var description = Json31.mapper().readValue(describe(application), OpenAPI.class);
        EdgeOperations.completeAll(description);
        return sorted(Json31.mapper().writeValueAsString(description)) + "\n";
    }

    private static String describe(WebApplicationContext application) throws Exception {
        var mvc = MockMvcBuilders.webAppContextSetup(application).build();
        return mvc.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString();
    }

    private static String sorted(String json) {
        return SORTED.writeValueAsString(SORTED.readValue(json, Object.class));
    }
}
