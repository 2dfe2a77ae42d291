package io.discounts.sample.news;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the events go.
 *
 * @param region of the streams; empty: nobody is told
 * @param endpoint of a local Kinesis, which takes any credentials; empty: the region's own, with the AWS SDK's default chain
 */
@ConfigurationProperties("sample.kinesis")
record NewsProperties(
        @DefaultValue("") String region, @DefaultValue("") String endpoint) {}
