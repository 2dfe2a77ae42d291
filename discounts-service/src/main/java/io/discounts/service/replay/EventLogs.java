package io.discounts.service.replay;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;

/** Finds the event log that a location names. */
@Component
class EventLogs {
    private final ObjectProvider<S3Client> s3;

    EventLogs(ObjectProvider<S3Client> s3) {
        this.s3 = s3;
    }

    /**
     * The log at a location, which need not be there.
     *
     * @throws IllegalArgumentException if the location names none that can be read
     * @throws IllegalStateException if it is in S3, and the service is not told how to get there
     */
    EventLog at(String location) {
        return switch (LogLocation.parse(location)) {
            case LogLocation.Folder folder -> new FolderLog(folder.path());
            case LogLocation.S3Prefix prefix -> new S3Log(client(), prefix, S3Log.PAGE);
        };
    }

    /** Made when it is needed first: whoever reads folders has neither region nor credentials. */
    private S3Client client() {
        try {
            return s3.getObject();
        } catch (BeansException failure) {
            var cause = NestedExceptionUtils.getMostSpecificCause(failure);
            throw new IllegalStateException("no way to S3: " + cause.getMessage(), failure);
        }
    }
}
