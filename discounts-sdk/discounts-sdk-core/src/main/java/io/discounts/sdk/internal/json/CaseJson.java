package io.discounts.sdk.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.discounts.sdk.Operation;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.shadow.Case;
import io.discounts.sdk.shadow.Comparison.Mismatched;
import io.discounts.sdk.shadow.Comparison.Verdict;
import io.discounts.sdk.shadow.Mismatch;
import io.discounts.sdk.shadow.MismatchKind;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

import static io.discounts.sdk.internal.json.Json.required;

/** Cases as files: request and answers are as the contract has them. The operation comes first. */
public final class CaseJson {
    private @Nullable Operation operation;
    private @Nullable Object request;
    private @Nullable Object control;
    private @Nullable Object candidate;
    private @Nullable Verdict verdict;
    private List<Mismatch> mismatches = List.of();
    private @Nullable Instant seenAt;

    private CaseJson() {}

    public static String write(Case written) {
        var text = new StringWriter(4096);
        try (var json = Json.FACTORY.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("operation", written.operation().name());
            json.writeStringField("verdict", written.mismatched().verdict().name());
            json.writeStringField("seenAt", written.seenAt().toString());
            json.writeArrayFieldStart("mismatches");
            for (var mismatch : written.mismatches()) {
                mismatch(json, mismatch);
            }
            json.writeEndArray();
            json.writeFieldName("request");
            json.writeRawValue(request(written.request()));
            json.writeFieldName("control");
            AnswerWriter.write(json, written.control());
            json.writeFieldName("candidate");
            AnswerWriter.write(json, written.candidate());
            json.writeEndObject();
        } catch (IOException cannotBe) {
            throw new UncheckedIOException("memory does not fail", cannotBe);
        }
        return text.toString();
    }

    /** Reads a case; what is none makes an {@link UnexpectedJsonException} or another {@link IOException}. */
    public static Case read(InputStream bytes) throws IOException {
        try {
            return Json.document(bytes, json -> new CaseJson().all(json));
        } catch (IllegalArgumentException outOfRange) {
            throw new UnexpectedJsonException("a value out of its range", outOfRange);
        }
    }

    private Case all(Json json) throws IOException {
        json.object(name -> {
            switch (name) {
                case "operation" -> operation = Operation.valueOf(json.text());
                case "verdict" -> verdict = Verdict.valueOf(json.text());
                case "seenAt" -> seenAt = json.instant();
                case "mismatches" -> mismatches = json.list(CaseJson::mismatch);
                case "request" -> request = isSearch() ? RequestJson.search(json) : RequestJson.evaluate(json);
                case "control" -> control = answer(json);
                case "candidate" -> candidate = answer(json);
                default -> json.skip();
            }
        });
        return new Case(
                required(operation, "operation"),
                required(request, "request"),
                required(control, "control"),
                required(candidate, "candidate"),
                new Mismatched(mismatches, required(verdict, "verdict")),
                required(seenAt, "seenAt"));
    }

    private boolean isSearch() throws IOException {
        return required(operation, "operation before request and answers") == Operation.SEARCH;
    }

    private Object answer(Json json) throws IOException {
        return isSearch() ? new SearchJson(part -> {}).read(json) : new EvaluationJson().read(json);
    }

    private static String request(Object request) {
        if (request instanceof SearchRequest search) {
            return Requests.search(search);
        }
        return Requests.evaluate((EvaluateRequest) request);
    }

    private static void mismatch(JsonGenerator json, Mismatch mismatch) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", mismatch.kind().name());
        json.writeStringField("field", mismatch.field());
        json.writeStringField("pointer", mismatch.pointer());
        json.writeStringField("control", mismatch.control());
        json.writeStringField("candidate", mismatch.candidate());
        json.writeEndObject();
    }

    private static Mismatch mismatch(Json json) throws IOException {
        var draft = new Object() {
            @Nullable
            MismatchKind kind;

            @Nullable
            String field;

            @Nullable
            String pointer;

            @Nullable
            String control;

            @Nullable
            String candidate;
        };
        json.object(name -> {
            switch (name) {
                case "kind" -> draft.kind = MismatchKind.valueOf(json.text());
                case "field" -> draft.field = json.text();
                case "pointer" -> draft.pointer = json.text();
                case "control" -> draft.control = json.text();
                case "candidate" -> draft.candidate = json.text();
                default -> json.skip();
            }
        });
        return new Mismatch(
                required(draft.kind, "kind"),
                required(draft.field, "field"),
                required(draft.pointer, "pointer"),
                draft.control,
                draft.candidate);
    }
}
