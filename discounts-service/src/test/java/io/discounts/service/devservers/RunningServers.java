package io.discounts.service.devservers;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The servers of this JVM.
 *
 * @param mariaDb empty when the tests were given a MySQL: a test that takes the database away cannot run on it
 */
public record RunningServers(
        Database database,
        Optional<ServerProcess> mariaDb,
        ServerProcess redis,
        ServerProcess kinesis,
        ServerProcess dynamoDb) {
    public static final String REGION = "us-east-1";

    public String redisUrl() {
        return "redis://127.0.0.1:" + redis.port();
    }

    public URI kinesisEndpoint() {
        return endpoint(kinesis);
    }

    public URI dynamoDbEndpoint() {
        return endpoint(dynamoDb);
    }

    /** What the service reads to find them. */
    public Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "discounts.redis.url", redisUrl(),
                "discounts.aws.region", REGION,
                "discounts.aws.kinesis-endpoint", kinesisEndpoint().toString(),
                "discounts.aws.dynamodb-endpoint", dynamoDbEndpoint().toString());
    }

    private static URI endpoint(ServerProcess server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }
}
