package io.discounts.service.replay;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Logs by their locations, where nobody has said how to get to S3. */
class EventLogsTest {
    @Test
    void saysWhatIsMissingOnTheWayToS3AndNeedsNothingOfItForFolders() {
        try (var context = new GenericApplicationContext()) {
            context.registerBean(
                    S3Client.class,
                    () -> {
                        throw SdkClientException.create("no region");
                    },
                    definition -> definition.setLazyInit(true));
            context.refresh();
            var logs = new EventLogs(context.getBeanProvider(S3Client.class));

            assertThat(logs.at("/log")).isInstanceOf(FolderLog.class);
            assertThatIllegalStateException()
                    .isThrownBy(() -> logs.at("s3://log/a"))
                    .withMessage("no way to S3: no region");
            assertThatIllegalArgumentException().isThrownBy(() -> logs.at("http://log"));
        }
    }
}
