package io.discounts.service.aws;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.net.URI;

import static org.assertj.core.api.Assertions.assertThat;

class AwsClientsTest {
    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(AwsClientsForTests.class);

    @Test
    void goToTheConfiguredServers() {
        context.withPropertyValues(
                        "discounts.aws.region=eu-west-1",
                        "discounts.aws.kinesis-endpoint=http://127.0.0.1:4567",
                        "discounts.aws.dynamodb-endpoint=http://127.0.0.1:8000")
                .run(started -> {
                    var kinesis = started.getBean(KinesisAsyncClient.class).serviceClientConfiguration();
                    var dynamoDb = started.getBean(DynamoDbAsyncClient.class).serviceClientConfiguration();
                    assertThat(kinesis.region()).isEqualTo(Region.EU_WEST_1);
                    assertThat(kinesis.endpointOverride()).contains(URI.create("http://127.0.0.1:4567"));
                    assertThat(dynamoDb.endpointOverride()).contains(URI.create("http://127.0.0.1:8000"));
                });
    }

    @Test
    void goToTheRegionsOwnServersByDefault() {
        context.withPropertyValues("discounts.aws.region=eu-west-1").run(started -> {
            assertThat(started.getBean(KinesisAsyncClient.class)
                            .serviceClientConfiguration()
                            .endpointOverride())
                    .isEmpty();
            assertThat(started.getBean(DynamoDbAsyncClient.class)
                            .serviceClientConfiguration()
                            .endpointOverride())
                    .isEmpty();
        });
    }

    @Test
    void findBucketsInThePathOfALocalS3() {
        context.withPropertyValues(
                        "discounts.aws.region=eu-west-1",
                        "discounts.aws.s3-endpoint=http://127.0.0.1:9000",
                        "discounts.aws.s3-path-style=true")
                .run(started -> {
                    var url = started.getBean(S3Client.class)
                            .utilities()
                            .getUrl(object -> object.bucket("log").key("a"));
                    assertThat(url).hasToString("http://127.0.0.1:9000/log/a");
                });
    }

    @Test
    void areNotMadeBeforeSomebodyNeedsThem() {
        context.run(started -> assertThat(started).hasNotFailed());
    }
}
