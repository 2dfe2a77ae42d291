package io.discounts.service.aws;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;

/**
 * Where Amazon Web Services are; credentials come from the SDK's default chain.
 *
 * @param region default: what the SDK's default chain says (environment, profile, instance)
 * @param kinesisEndpoint default: the region's; {@code http://} for a local server
 * @param dynamodbEndpoint default: the region's; {@code http://} for a local server
 * @param s3Endpoint default: the region's; {@code http://} for a local server
 * @param s3PathStyle whether buckets stand in the path rather than in the host's name, as local servers want it
 */
@ConfigurationProperties("discounts.aws")
record AwsProperties(
        @Nullable String region,
        @Nullable URI kinesisEndpoint,
        @Nullable URI dynamodbEndpoint,
        @Nullable URI s3Endpoint,
        @DefaultValue("false") boolean s3PathStyle) {}
