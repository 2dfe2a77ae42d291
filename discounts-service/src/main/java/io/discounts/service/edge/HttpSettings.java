package io.discounts.service.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings below {@code discounts.http}.
 *
 * @param maxBodyBytes the largest request body that is read, 512 KiB unless said otherwise
 */
@ConfigurationProperties("discounts.http")
record HttpSettings(@DefaultValue("512KB") DataSize maxBodyBytes) {
    HttpSettings {
        if (maxBodyBytes.toBytes() < 1) {
            throw new IllegalArgumentException("discounts.http.max-body-bytes must be at least 1");
        }
    }
}
