package io.discounts.service.edge;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How a refusal is described: one schema, and a response for each status that the edge answers with. */
final class ProblemSchemas {
    private static final List<ProblemType> ALWAYS = List.of(
            ProblemType.INVALID_REQUEST,
            ProblemType.UNAUTHORIZED,
            ProblemType.FORBIDDEN,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.INTERNAL_ERROR,
            ProblemType.SERVICE_UNAVAILABLE);
    private static final List<ProblemType> WITH_BODY =
            List.of(ProblemType.PAYLOAD_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE);

    private ProblemSchemas() {}

    static void addTo(Components components) {
        components.addSchemas("Problem", problem());
        components.addSchemas("Violation", violation());
        Stream.concat(ALWAYS.stream(), WITH_BODY.stream())
                .forEach(type -> components.addResponses(type.slug(), response(type)));
    }

    /** The responses of an operation by status, as references. */
    static Map<String, ApiResponse> responses(boolean withBody) {
        var responses = new LinkedHashMap<String, ApiResponse>();
        Stream.concat(ALWAYS.stream(), withBody ? WITH_BODY.stream() : Stream.empty())
                .forEach(type -> responses.put(
                        Integer.toString(type.status().value()),
                        new ApiResponse().$ref("#/components/responses/" + type.slug())));
        return responses;
    }

    private static ApiResponse response(ProblemType type) {
        var content = new MediaType()
                .schema(reference("Problem"))
                .example(Map.of(
                        "type",
                        type.uri().toString(),
                        "title",
                        type.title(),
                        "status",
                        type.status().value()));
        return new ApiResponse()
                .description(type.title() + ".")
                .headers(EdgeOperations.headers())
                .content(new Content().addMediaType("application/problem+json", content));
    }

    private static Schema<?> problem() {
        var problem = new ObjectSchema();
        problem.setDescription("RFC 9457 problem details.");
        problem.setRequired(List.of("type", "title", "status", "detail"));
        problem.addProperty("type", text("uri", "Stable; ends in the problem's slug."));
        problem.addProperty("title", text("The same for every problem of the type."));
        problem.addProperty("status", new IntegerSchema().description("The HTTP status."));
        problem.addProperty("detail", text("This occurrence, for a person to read."));
        problem.addProperty(
                "instance", text("uri-reference", "The path that was asked for, where it is short and plain."));
        problem.addProperty("errors", new ArraySchema().items(reference("Violation")));
        problem.addProperty("requestId", text("The request's id, as in X-Request-Id."));
        return problem;
    }

    private static Schema<?> violation() {
        var violation = new ObjectSchema();
        violation.setDescription("One place in the request body that is wrong.");
        violation.setRequired(List.of("pointer", "detail"));
        violation.addProperty("pointer", text("json-pointer", "RFC 6901, into the request body; empty for all of it."));
        violation.addProperty("detail", text("What is wrong there."));
        return violation;
    }

    private static Schema<?> text(String format, String description) {
        return new StringSchema().description(description).format(format);
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }
}
