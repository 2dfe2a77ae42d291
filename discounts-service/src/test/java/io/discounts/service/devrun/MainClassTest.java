package io.discounts.service.devrun;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Of several test classes with a main, the build names the one that the development run begins with. */
class MainClassTest {
    @Test
    void isTheDevelopmentRun() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<spring-boot.run.main-class>" + DevelopmentRun.class.getName()
                        + "</spring-boot.run.main-class>");
    }
}
