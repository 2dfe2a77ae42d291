package io.discounts.service.aws;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.kinesis.common.KinesisClientUtil;

import java.net.URI;
import java.time.Duration;

/** Lazy, so that a service that is told not to use a server needs neither its region nor its credentials. */
@Configuration(proxyBeanMethods = false)
class AwsClients {
    private static final int S3_CONNECTIONS = 80;

    @Bean
    @Lazy
    KinesisAsyncClient kinesisClient(AwsProperties aws) {
        var builder = KinesisAsyncClient.builder();
        place(builder, aws.region(), aws.kinesisEndpoint());
        return overHttp(builder, aws.kinesisEndpoint()).build();
    }

    @Bean
    @Lazy
    DynamoDbAsyncClient dynamoDbClient(AwsProperties aws) {
        var builder = DynamoDbAsyncClient.builder();
        place(builder, aws.region(), aws.dynamodbEndpoint());
        return builder.httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1))
                .build();
    }

    /**
     * For objects that are read while their records are applied. Its time-outs count until an answer begins, and between two
     * reads of its body; the connections suffice for as many replay workers as may be configured.
     */
    @Bean
    @Lazy
    S3Client s3Client(AwsProperties aws) {
        var builder = S3Client.builder().forcePathStyle(aws.s3PathStyle());
        place(builder, aws.region(), aws.s3Endpoint());
        return builder.httpClientBuilder(ApacheHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(10))
                        .maxConnections(S3_CONNECTIONS))
                .overrideConfiguration(calls -> calls.apiCallTimeout(Duration.ofSeconds(30)))
                .build();
    }

    private static void place(AwsClientBuilder<?, ?> builder, @Nullable String region, @Nullable URI endpoint) {
        if (region != null) {
            builder.region(Region.of(region));
        }
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
    }

    /** HTTP/2, as the KCL wants it, needs TLS to be agreed upon; local servers in clear text speak HTTP/1.1. */
    private static KinesisAsyncClientBuilder overHttp(KinesisAsyncClientBuilder builder, @Nullable URI endpoint) {
        if (endpoint != null && "http".equals(endpoint.getScheme())) {
            return builder.httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1));
        }
        return KinesisClientUtil.adjustKinesisClientBuilder(builder);
    }
}
