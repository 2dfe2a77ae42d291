package io.discounts.sdk.spring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class MissingBaseUrlTest {
    @Test
    void isToldWithWhatToDo(CapturedOutput output) {
        var host = new SpringApplicationBuilder(Host.class).web(WebApplicationType.NONE);

        assertThatThrownBy(host::run).hasRootCauseInstanceOf(UnusableConfigurationException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("discounts.client.base-url is missing")
                .contains("Set discounts.client.base-url, such as");
    }

    @Test
    void isNothingToAHostThatHasSwitchedTheClientOff() {
        Hosts.empty()
                .withPropertyValues("discounts.client.enabled=false")
                .run(host -> assertThat(host).hasNotFailed().doesNotHaveBean(DiscountsClientAutoConfiguration.class));
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DiscountsClientAutoConfiguration.class)
    static class Host {}
}
