package io.discounts.sdk.spring;

import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What an editor tells whoever types a property. */
class MetadataTest {
    private static final String NAME = "META-INF/spring-configuration-metadata.json";

    @Test
    void describesEveryPropertyInASentence() {
        assertThat(properties())
                .hasSizeGreaterThan(35)
                .allSatisfy(property -> assertThat(String.valueOf(property.get("description")))
                        .as("description of %s", property.get("name"))
                        .matches("[A-Z].*\\."));
    }

    @Test
    void knowsTheSwitchThatIsReadByACondition() {
        assertThat(properties()).extracting(property -> property.get("name")).contains("discounts.client.enabled");
    }

    private static List<Map<String, Object>> properties() {
        try {
            var own =
                    DiscountsClientAutoConfiguration.class.getProtectionDomain().getCodeSource();
            var location = own.getLocation().toString();
            var jar = location.endsWith(".jar") ? "jar:" + location + "!/" : location;
            try (var in = URI.create(jar + NAME).toURL().openStream()) {
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                @SuppressWarnings("unchecked")
                var properties = (List<Map<String, Object>>)
                        JsonParserFactory.getJsonParser().parseMap(text).get("properties");
                return List.copyOf(properties);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
