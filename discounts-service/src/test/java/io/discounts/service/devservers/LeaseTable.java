package io.discounts.service.devservers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;

/** The KCL's lease table, made before the KCL asks for it: that saves its first start a minute of built-in waits. */
record LeaseTable(AwsJsonApi dynamoDb) {
    static void ensure(URI endpoint, String applicationName) {
        try (var http = HttpClient.newHttpClient()) {
            new LeaseTable(AwsJsonApi.dynamoDb(http, endpoint)).ensure(applicationName);
        }
    }

    /** Makes the table of a KCL application, named like it, unless it is there. */
    void ensure(String applicationName) {
        try {
            var answer = dynamoDb.call("CreateTable", creation(applicationName));
            if (answer.statusCode() != 200 && !answer.body().contains("ResourceInUseException")) {
                throw new IllegalStateException("No lease table: " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("No lease table", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No lease table", e);
        }
    }

    private static String creation(String table) {
        return """
            {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST",
             "AttributeDefinitions": [{"AttributeName": "leaseKey", "AttributeType": "S"},
                                      {"AttributeName": "leaseOwner", "AttributeType": "S"}],
             "KeySchema": [{"AttributeName": "leaseKey", "KeyType": "HASH"}],
             "GlobalSecondaryIndexes": [
               {"IndexName": "LeaseOwnerToLeaseKeyIndex", "Projection": {"ProjectionType": "KEYS_ONLY"},
                "KeySchema": [{"AttributeName": "leaseOwner", "KeyType": "HASH"},
                              {"AttributeName": "leaseKey", "KeyType": "RANGE"}]}]}
            """.formatted(table);
    }
}
