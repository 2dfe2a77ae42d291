package io.discounts.service.devservers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Base64;

/** Puts records on a stream with a plain HTTP call, as somebody without any SDK would. Thread-safe. */
public final class RawKinesis implements AutoCloseable {
    /** The header the local server wants to see; it does not check it. */
    public static final String AUTHORIZATION = AwsJsonApi.AUTHORIZATION;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AwsJsonApi kinesis;

    public RawKinesis(URI endpoint) {
        this.kinesis = AwsJsonApi.kinesis(http, endpoint);
    }

    /**
     * Puts one record and returns the answer's body, which names shard and sequence number.
     *
     * @throws IllegalStateException when the record was refused
     */
    public String putRecord(String stream, String partitionKey, byte[] data) throws IOException, InterruptedException {
        var record = """
                {"StreamName": "%s", "PartitionKey": "%s", "Data": "%s"}""".formatted(stream, partitionKey, Base64.getEncoder().encodeToString(data));
        var answer = kinesis.call("PutRecord", record);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Refused: " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
