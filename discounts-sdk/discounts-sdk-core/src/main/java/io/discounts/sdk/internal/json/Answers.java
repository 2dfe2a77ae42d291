package io.discounts.sdk.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.Redemption;
import io.discounts.sdk.model.SearchAnswer;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads what the service answers, to the end of the stream. Unknown fields are ignored. What is no JSON or not as the contract
 * has it makes an {@link
 * UnexpectedJsonException}; any other {@link IOException} is the stream's.
 */
public final class Answers {
    private Answers() {}

    /**
     * An answer to a search.
     *
     * @param skipped told the part that is unknown, for each discount left out because of it
     */
    public static SearchAnswer search(InputStream bytes, Consumer<String> skipped) throws IOException {
        return read(bytes, new SearchJson(skipped)::read);
    }

    public static EvaluateAnswer evaluation(InputStream bytes) throws IOException {
        return read(bytes, new EvaluationJson()::read);
    }

    public static Redemption redemption(InputStream bytes) throws IOException {
        return read(bytes, new RedemptionJson()::read);
    }

    public static ProblemDocument problem(InputStream bytes) throws IOException {
        return read(bytes, ProblemDocument::read);
    }

    private static <T> T read(InputStream bytes, Json.Reading<T> reading) throws IOException {
        try {
            return Json.document(bytes, reading);
        } catch (JsonProcessingException notJson) {
            throw new UnexpectedJsonException("no JSON" + place(notJson));
        } catch (IllegalArgumentException outOfRange) {
            throw new UnexpectedJsonException("a value out of its range", outOfRange);
        }
    }

    /** The exception itself is not passed on: it quotes what it has read. */
    private static String place(JsonProcessingException notJson) {
        var location = notJson.getLocation();
        return location == null ? "" : " at " + location.offsetDescription();
    }
}
