package io.discounts.service.replay;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The event log in S3.
 *
 * <p>Throws an {@link IOException} for what waiting does not mend, and an {@link EventLogAwayException} for all else.
 */
record S3Log(S3Client s3, LogLocation.S3Prefix location, int page) implements EventLog {
    /** As many keys as S3 tells of at once. */
    static final int PAGE = 1000;

    private static final Pattern FILE = Pattern.compile("(\\d{4}/\\d\\d/\\d\\d)/([^/]+)");

    /** Keys are listed in order: from the first day on, page by page, and not beyond the last. */
    @Override
    public List<Segment> segments(String stream, LocalDate first, LocalDate last) throws IOException {
        var folder = location.key(stream) + "/";
        var request = ListObjectsV2Request.builder()
                .bucket(location.bucket())
                .prefix(folder)
                .startAfter(folder + Days.path(first))
                .maxKeys(page)
                .build();
        var segments = new ArrayList<Segment>();
        try {
            for (var object : s3.listObjectsV2Paginator(request).contents()) {
                var file = FILE.matcher(object.key().substring(folder.length()));
                var day = file.matches() ? Days.day(file.group(1)).orElse(null) : null;
                if (day != null && day.isAfter(last)) {
                    break;
                }
                if (day != null && !day.isBefore(first) && Segment.isOne(file.group(2))) {
                    segments.add(new Segment(stream, stream + "/" + file.group(), object.size()));
                }
            }
        } catch (SdkException failure) {
            throw S3Failures.translated(location, location + "/" + stream, failure);
        }
        return segments;
    }

    @Override
    public InputStream open(Segment segment) throws IOException {
        return new ObjectInput((from, version) -> part(segment, from, version));
    }

    /** Of the same version as the part before, for lines must not be made of two. */
    private ObjectInput.Part part(Segment segment, long from, @Nullable String version) throws IOException {
        var request = GetObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key(segment.name()))
                .range(from == 0 ? null : "bytes=" + from + "-")
                .ifMatch(version)
                .build();
        try {
            var bytes = s3.getObject(request);
            var answer = bytes.response();
            if (from > 0 && !String.valueOf(answer.contentRange()).startsWith("bytes " + from + "-")) {
                bytes.abort();
                throw new IOException(location + " does not answer with the part that was asked for");
            }
            var length = answer.contentLength();
            return new ObjectInput.Part(bytes, length == null ? segment.bytes() : from + length, answer.eTag());
        } catch (SdkException failure) {
            throw S3Failures.translated(location, location + "/" + segment.name(), failure);
        }
    }
}
