package io.discounts.service.aws;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClientBuilder;
import software.amazon.kinesis.common.KinesisClientUtil;

import java.net.URI;

/** Lazy, so that a service that is told not to use a server needs neither its region nor its credentials. */
@Configuration(proxyBeanMethods = false)
class AwsClients {
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
