package io.discounts.service.ingestion.kinesis;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.LimitExceededException;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.processor.FormerStreamsLeasesDeletionStrategy.StreamsLeasesDeletionType;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderStreamsTest {
    private final FakeKinesis kinesis = new FakeKinesis();
    private final ProviderStreams streams =
            new ProviderStreams(TestProperties.withStreams("stores", "prime-benefits"), new StreamDirectory(kinesis));

    @Test
    void identifiesAStreamByAccountNameAndBirth() {
        kinesis.has("stores");

        assertThat(streams.streamConfigList()).singleElement().satisfies(each -> {
            assertThat(each.streamIdentifier().serialize()).isEqualTo("000000000000:stores:1790000000");
            assertThat(each.initialPositionInStreamExtended().getInitialPositionInStream())
                    .isEqualTo(InitialPositionInStream.TRIM_HORIZON);
        });
    }

    @Test
    void findsAMissingStreamOnceItExists() {
        kinesis.has("stores");
        assertThat(streams.streamConfigList()).hasSize(1);

        kinesis.has("prime-benefits");

        assertThat(streams.streamConfigList()).hasSize(2);
    }

    @Test
    void asksForAStreamOnlyUntilItIsFound() {
        kinesis.has("stores");
        kinesis.has("prime-benefits");

        streams.streamConfigList();
        streams.streamConfigList();

        assertThat(kinesis.asked).containsExactlyInAnyOrder("stores", "prime-benefits");
    }

    @Test
    void findsNothingWhileKinesisIsAway() {
        kinesis.has("stores");
        kinesis.failsWith(LimitExceededException.builder().message("slow down").build());

        assertThat(streams.streamConfigList()).isEmpty();
    }

    @Test
    void keepsTheLeasesOfStreamsThatAreConfiguredNoLonger() {
        assertThat(streams.formerStreamsLeasesDeletionStrategy().leaseDeletionType())
                .isEqualTo(StreamsLeasesDeletionType.NO_STREAMS_LEASES_DELETION);
    }

    @Test
    void readsAStreamThatAnotherWorkerFoundFromTheSamePlace() {
        var orphan = streams.createStreamConfig(StreamIdentifier.multiStreamInstance("000000000000:stores:5"));

        assertThat(orphan.initialPositionInStreamExtended().getInitialPositionInStream())
                .isEqualTo(InitialPositionInStream.TRIM_HORIZON);
    }
}
