package io.discounts.service.devservers;

import io.lettuce.core.RedisClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        classes = DevServersTest.Database.class,
        properties = "discounts.ingestion.application-name=devservers-test")
@Import(DevServers.class)
class DevServersTest {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void pointsTheDataSourceAtTheServicesSchema(@Autowired RunningServers servers) {
        var schema = jdbc.sql("SELECT DATABASE()").query(String.class).single();

        assertThat(servers.database().url()).startsWith("jdbc:mysql:").contains("/" + schema);
    }

    @Test
    void pointsTheServiceAtRedis(@Value("${discounts.redis.url}") String url) {
        try (var client = RedisClient.create(url);
                var connection = client.connect()) {
            assertThat(connection.sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void takesRecordsOnEveryStream(@Autowired StreamPublisher publisher, @Autowired RawKinesis raw) throws Exception {
        for (var stream : Streams.ALL) {
            publisher.publish(stream, "devservers-test", "by SDK");
            var answer = raw.putRecord(stream, "devservers-test", "by hand".getBytes(StandardCharsets.UTF_8));
            assertThat(answer).contains("SequenceNumber");
        }
    }

    @Test
    void hasALeaseTableForTheContextsApplication(@Value("${discounts.aws.dynamodb-endpoint}") URI endpoint)
            throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var dynamoDb = AwsJsonApi.dynamoDb(http, endpoint);
            new LeaseTable(dynamoDb).ensure("devservers-test");

            var table = dynamoDb.call("DescribeTable", "{\"TableName\": \"devservers-test\"}")
                    .body();
            assertThat(table)
                    .contains("\"TableStatus\":\"ACTIVE\"")
                    .contains("LeaseOwnerToLeaseKeyIndex")
                    .contains("\"IndexStatus\":\"ACTIVE\"");
        }
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class Database {}
}
