package io.discounts.loadtests.harness;

import io.discounts.service.devservers.RunningServers;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The KCL's lease table, read past the KCL. Safe for use by any thread. */
public final class Leases implements AutoCloseable {
    private final DynamoDbAsyncClient dynamoDb;
    private final String table;

    private Leases(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    public static Leases of(RunningServers servers, String applicationName) {
        var client = DynamoDbAsyncClient.builder()
                .endpointOverride(servers.dynamoDbEndpoint())
                .region(Region.of(RunningServers.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
        return new Leases(client, applicationName);
    }

    /** The checkpoint of each shard that has one, by lease key: account, stream, epoch and shard. */
    public Map<String, Checkpoint> checkpoints() {
        var checkpoints = new TreeMap<String, Checkpoint>();
        var rows = dynamoDb.scan(request -> request.tableName(table).consistentRead(true))
                .join();
        for (var row : rows.items()) {
            var written = row.get("checkpoint");
            if (written != null && row.containsKey("shardId")) {
                checkpoints.put(text(row, "leaseKey"), Checkpoint.of(written.s()));
            }
        }
        return checkpoints;
    }

    /** The checkpoint of the shard in which a record lies; the beginning if nobody has read it yet. */
    public static Checkpoint checkpointAt(Place place, Map<String, Checkpoint> checkpoints) {
        return checkpoints.entrySet().stream()
                .filter(lease -> place.isIn(lease.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Checkpoint.BEGINNING);
    }

    /** Its rows as they are, for people who wonder. */
    public List<String> described() {
        return dynamoDb.scan(request -> request.tableName(table)).join().items().stream()
                .map(row -> row.toString())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        dynamoDb.close();
    }

    private static String text(Map<String, AttributeValue> row, String column) {
        var value = row.get(column);
        return value == null ? "" : value.s();
    }
}
