package io.discounts.service.edge;

import io.discounts.service.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.WebApplicationContext;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the checked-in description to the running application's API. To refresh it:
 * {@code mvn -pl discounts-service test -Dtest=OpenApiTest -Ddiscounts.openapi.write=true}
 */
@ServiceTest
class OpenApiTest {
    private static final Path CHECKED_IN = Path.of("src/main/resources/static/openapi.json");
    private static final String REFRESH =
            "mvn -pl discounts-service test -Dtest=OpenApiTest -Ddiscounts.openapi.write=true";

    private final WebApplicationContext application;

    OpenApiTest(WebApplicationContext application) {
        this.application = application;
    }

    @Test
    void describesTheApiAsItIs() throws Exception {
        var current = OpenApiDocument.of(application);
        if (Boolean.getBoolean("discounts.openapi.write")) {
            Files.writeString(CHECKED_IN, current);
        }

        assertThat(Files.readString(CHECKED_IN))
                .as("%s is not what the controllers say; read the difference, then run%n%s", CHECKED_IN, REFRESH)
                .isEqualTo(current);
    }
}
