package io.discounts.sdk.internal.http;

import java.util.Locale;

/** Which content types are read. */
final class MediaTypes {
    private MediaTypes() {}

    /** {@code application/json} and its kin such as {@code application/problem+json}, whatever their parameters. */
    static boolean isJson(String contentType) {
        var end = contentType.indexOf(';');
        var type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }
}
