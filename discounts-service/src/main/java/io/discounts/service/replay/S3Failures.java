package io.discounts.service.replay;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

import java.io.IOException;

/** What S3's failures mean to a replay. */
final class S3Failures {
    private static final int MOVED = 301;
    private static final int FORBIDDEN = 403;
    private static final int SERVERS_OWN = 500;

    private S3Failures() {}

    /**
     * The failure to tell of, if waiting does not mend it.
     *
     * @param place what was to be read
     * @throws EventLogAwayException if waiting may
     */
    static IOException translated(LogLocation.S3Prefix location, String place, SdkException failure) {
        if (isAway(failure)) {
            throw new EventLogAwayException(place + ": " + failure.getMessage(), failure);
        }
        return new IOException(told(location, place, failure), failure);
    }

    private static boolean isAway(SdkException failure) {
        if (failure instanceof AwsServiceException answer) {
            return answer.statusCode() >= SERVERS_OWN
                    || answer.isThrottlingException()
                    || code(answer).equals("RequestTimeout");
        }
        return failure instanceof ApiCallTimeoutException
                || failure instanceof ApiCallAttemptTimeoutException
                || isOfTheNetwork(failure);
    }

    /** Missing credentials, for one, are not. */
    private static boolean isOfTheNetwork(Throwable failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String told(LogLocation.S3Prefix location, String place, SdkException failure) {
        if (!(failure instanceof AwsServiceException answer)) {
            return place + " cannot be read: " + failure.getMessage();
        }
        if (code(answer).equals("NoSuchBucket")) {
            return "there is no bucket " + location.bucket();
        }
        return switch (answer.statusCode()) {
            case MOVED -> "the bucket " + location.bucket() + " is in another region than discounts.aws.region says";
            case FORBIDDEN -> place + " may not be read: " + code(answer);
            default -> place + " cannot be read: " + code(answer) + ", " + detail(answer);
        };
    }

    /** Both are missing where something that is not S3 has answered. */
    private static String code(AwsServiceException answer) {
        var details = answer.awsErrorDetails();
        return details == null || details.errorCode() == null ? "status " + answer.statusCode() : details.errorCode();
    }

    private static String detail(AwsServiceException answer) {
        var details = answer.awsErrorDetails();
        return details == null || details.errorMessage() == null ? "no message" : details.errorMessage();
    }
}
