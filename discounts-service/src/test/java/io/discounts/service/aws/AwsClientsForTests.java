package io.discounts.service.aws;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The module alone, for a context that does not scan for it. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(AwsProperties.class)
@Import(AwsClients.class)
public class AwsClientsForTests {}
