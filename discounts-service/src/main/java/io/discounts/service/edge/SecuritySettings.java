package io.discounts.service.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings below {@code discounts.security}.
 *
 * @param mode who may call, {@code jwt} unless said otherwise
 */
@ConfigurationProperties("discounts.security")
record SecuritySettings(@DefaultValue("jwt") SecurityMode mode) {}
