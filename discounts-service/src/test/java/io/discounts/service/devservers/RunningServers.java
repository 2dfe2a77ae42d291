package io.discounts.service.devservers;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The servers of this JVM.
 *
 * @param mariaDb empty when the tests were given a MySQL: a test that takes the database away cannot run on it
 * @param s3Port where S3 is once {@link DevServers#s3} has been asked for it
 */
public record RunningServers(
        Database database,
        Optional<ServerProcess> mariaDb,
        ServerProcess redis,
        ServerProcess kinesis,
        ServerProcess dynamoDb,
        int s3Port) {
    public static final String REGION = "us-east-1";

    /** The key that the servers take. */
    public static final String ACCESS_KEY = "local";

    /** What belongs to the key. */
    public static final String SECRET = "local";

    public String redisUrl() {
        return "redis://127.0.0.1:" + redis.port();
    }

    public URI kinesisEndpoint() {
        return endpoint(kinesis);
    }

    public URI dynamoDbEndpoint() {
        return endpoint(dynamoDb);
    }

    public URI s3Endpoint() {
        return URI.create("http://127.0.0.1:" + s3Port);
    }

    /** Gives this JVM's clients keys that the servers take, unless it has some. */
    public static void provideCredentials() {
        System.getProperties().putIfAbsent("aws.accessKeyId", ACCESS_KEY);
        System.getProperties().putIfAbsent("aws.secretAccessKey", SECRET);
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
                "discounts.aws.dynamodb-endpoint", dynamoDbEndpoint().toString(),
                "discounts.aws.s3-endpoint", s3Endpoint().toString(),
                "discounts.aws.s3-path-style", true);
    }

    private static URI endpoint(ServerProcess server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }
}
