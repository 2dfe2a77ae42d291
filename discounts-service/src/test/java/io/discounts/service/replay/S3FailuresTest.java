package io.discounts.service.replay;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.net.ConnectException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What waiting mends, and what is told of all else. */
class S3FailuresTest {
    private static final LogLocation.S3Prefix LOG = (LogLocation.S3Prefix) LogLocation.parse("s3://log/a");

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchBucket, there is no bucket log",
        "301, PermanentRedirect, the bucket log is in another region than discounts.aws.region says",
        "403, AccessDenied, s3://log/a/x may not be read: AccessDenied",
        "403, , s3://log/a/x may not be read: status 403",
        "404, NoSuchKey, 's3://log/a/x cannot be read: NoSuchKey, so it is'",
        "412, PreconditionFailed, 's3://log/a/x cannot be read: PreconditionFailed, so it is'"
    })
    void tellsWhatIsWrong(int status, @Nullable String code, String message) {
        assertThat(S3Failures.translated(LOG, "s3://log/a/x", answer(status, code)))
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"500, InternalError", "503, SlowDown", "503,", "429,", "400, RequestTimeout", "400, ThrottlingException"
    })
    void waitsForServersThatMayRecover(int status, @Nullable String code) {
        assertAway(answer(status, code));
    }

    @Test
    void waitsForTheNetwork() {
        assertAway(SdkClientException.create("no way", new ConnectException("refused")));
        assertAway(ApiCallTimeoutException.create(30_000));
    }

    @Test
    void doesNotWaitForCredentialsThatNobodyGave() {
        assertThat(S3Failures.translated(LOG, "s3://log/a/x", SdkClientException.create("no credentials")))
                .hasMessage("s3://log/a/x cannot be read: no credentials");
    }

    private static void assertAway(SdkException failure) {
        assertThatThrownBy(() -> S3Failures.translated(LOG, "s3://log/a/x", failure))
                .isInstanceOf(EventLogAwayException.class)
                .hasMessageStartingWith("s3://log/a/x: ");
    }

    private static SdkException answer(int status, @Nullable String code) {
        var answer = S3Exception.builder().statusCode(status).message("so it is");
        return code == null
                ? answer.build()
                : answer.awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(code)
                                .errorMessage("so it is")
                                .build())
                        .build();
    }
}
