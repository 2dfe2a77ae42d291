package io.discounts.sample.news;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

/** The way to the service's streams, where the shop is told one. */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {
    @Bean
    News news(NewsProperties properties, Clock clock, JsonMapper json) {
        if (properties.region().isBlank()) {
            return News.NONE;
        }
        var events = new Events(clock, () -> UUID.randomUUID().toString());
        return new KinesisNews(client(properties), events, json);
    }

    private static KinesisClient client(NewsProperties properties) {
        var client = KinesisClient.builder()
                .region(Region.of(properties.region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        if (!properties.endpoint().isBlank()) {
            client.endpointOverride(URI.create(properties.endpoint()))
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
        }
        return client.build();
    }
}
