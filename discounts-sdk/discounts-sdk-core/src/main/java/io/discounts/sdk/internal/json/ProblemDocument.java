package io.discounts.sdk.internal.json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * What RFC 9457 says of a refusal, as far as it matters here.
 *
 * @param slug the end of its type, behind the last {@code :} or {@code /}; empty if it has none
 */
public record ProblemDocument(String slug, String detail) {
    public static final ProblemDocument NONE = new ProblemDocument("", "");

    static ProblemDocument read(Json json) throws IOException {
        var draft = new Object() {
            String type = "";

            @Nullable
            String title;

            @Nullable
            String detail;
        };
        json.object(name -> {
            switch (name) {
                case "type" -> draft.type = json.text();
                case "title" -> draft.title = json.text();
                case "detail" -> draft.detail = json.text();
                default -> json.skip();
            }
        });
        var detail = draft.detail == null ? draft.title : draft.detail;
        return new ProblemDocument(slug(draft.type), detail == null ? "" : detail);
    }

    private static String slug(String type) {
        return type.substring(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1);
    }
}
