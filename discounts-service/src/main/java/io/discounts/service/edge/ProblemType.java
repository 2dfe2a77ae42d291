package io.discounts.service.edge;

import org.springframework.http.HttpStatus;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * A kind of problem that clients can rely on. Its slug is part of the contract; its title is for people.
 *
 * @param slug ends the problem's {@code type}, such as {@code not-found}
 * @param status the HTTP status it is answered with, 4xx or 5xx
 * @param title the same for every problem of the type
 */
public record ProblemType(String slug, HttpStatus status, String title) {
    /** Stands before the types, which are made with it. */
    private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z]+)*+");

    public static final ProblemType INVALID_REQUEST =
            new ProblemType("invalid-request", HttpStatus.BAD_REQUEST, "The request is not valid");
    public static final ProblemType UNAUTHORIZED =
            new ProblemType("unauthorized", HttpStatus.UNAUTHORIZED, "A valid access token is needed");
    public static final ProblemType FORBIDDEN =
            new ProblemType("forbidden", HttpStatus.FORBIDDEN, "The access token does not allow this");
    public static final ProblemType NOT_FOUND =
            new ProblemType("not-found", HttpStatus.NOT_FOUND, "There is nothing here");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "The method is not supported here");
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType(
            "not-acceptable", HttpStatus.NOT_ACCEPTABLE, "None of the accepted media types is available");
    public static final ProblemType PAYLOAD_TOO_LARGE =
            new ProblemType("payload-too-large", HttpStatus.CONTENT_TOO_LARGE, "The request body is too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType(
            "unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The request's media type is not supported");
    public static final ProblemType INTERNAL_ERROR =
            new ProblemType("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "The service failed");
    public static final ProblemType SERVICE_UNAVAILABLE = new ProblemType(
            "service-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "The service cannot answer right now");

    public ProblemType {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("a slug is lower case words joined by hyphens");
        }
        if (!status.isError()) {
            throw new IllegalArgumentException("a problem is answered with 4xx or 5xx");
        }
    }

    /** What clients compare: stable, and not meant to be dereferenced. */
    public URI uri() {
        return URI.create("urn:discounts:problem:" + slug);
    }

    /** The type that stands for a status which the framework or the server chose. */
    static ProblemType of(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 502, 503, 504 -> SERVICE_UNAVAILABLE;
            // The client's doing, whatever the numbers say: a transfer coding and an HTTP version nobody knows.
            case 501, 505 -> INVALID_REQUEST;
            default -> status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }
}
