package io.discounts.service;

import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.Objects;

/** What stands of a shard in the lease table of the tests' service. */
record LeaseRows(DynamoDbAsyncClient dynamoDb, String table) {
    /**
     * @param checkpoint up to where the shard is said to be applied
     * @param counter grows with each renewal
     */
    record Row(String checkpoint, String owner, long counter) {}

    Row of(String stream, String shardId) {
        return dynamoDb.scan(request -> request.tableName(table).consistentRead(true)).join().items().stream()
                .filter(row -> isOf(row, stream, shardId))
                .map(row -> new Row(
                        text(row, "checkpoint"), text(row, "leaseOwner"), Long.parseLong(number(row, "leaseCounter"))))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(Map<String, AttributeValue> row, String stream, String shardId) {
        var key = text(row, "leaseKey");
        return key.contains(":" + stream + ":") && key.endsWith(":" + shardId);
    }

    private static String text(Map<String, AttributeValue> row, String column) {
        return Objects.requireNonNullElse(value(row, column).s(), "");
    }

    private static String number(Map<String, AttributeValue> row, String column) {
        return Objects.requireNonNullElse(value(row, column).n(), "0");
    }

    private static AttributeValue value(Map<String, AttributeValue> row, String column) {
        return row.getOrDefault(column, AttributeValue.builder().build());
    }
}
