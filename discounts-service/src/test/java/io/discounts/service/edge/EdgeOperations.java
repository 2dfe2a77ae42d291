package io.discounts.service.edge;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is true of every operation, because the edge sees to it: scopes, request ids, traces and problems. */
final class EdgeOperations {
    private static final String REQUEST_ID = RequestId.HEADER;
    private static final String TRACE = "traceparent";
    private static final String GATED = "/v1/";

    private EdgeOperations() {}

    static void completeAll(OpenAPI description) {
        var components = Optional.ofNullable(description.getComponents()).orElseGet(Components::new);
        description.setComponents(components);
        components.addParameters(
                REQUEST_ID,
                parameter(
                        REQUEST_ID,
                        "^[A-Za-z0-9._~-]{1,128}$",
                        "Taken over as the request's id; an odd one is replaced."));
        components.addParameters(
                TRACE,
                parameter(
                        TRACE,
                        "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}",
                        "W3C Trace Context: the request joins this trace."));
        components.addParameters(
                Priority.HEADER,
                parameter(
                        Priority.HEADER,
                        "^(checkout|browse|shadow)$",
                        "How much the request matters: under load the least is answered with 503 first. Without it,"
                                + " evaluate and redemptions are checkouts, searches are browsing."));
        components.addParameters(
                CallerPatience.HEADER,
                parameter(
                        CallerPatience.HEADER,
                        "^[1-9][0-9]{0,6}$",
                        "How many milliseconds the caller waits: what would be answered later is refused at once."));
        components.addHeaders(REQUEST_ID, header("Names this request in the service's logs."));
        components.addHeaders(
                TraceResponseFilter.HEADER,
                header("The trace and span that the request became, as in W3C Trace Context."));
        ProblemSchemas.addTo(components);
        Optional.ofNullable(description.getPaths())
                .ifPresent(paths -> paths.forEach(
                        (path, item) -> item.readOperations().forEach(operation -> complete(path, operation))));
    }

    private static void complete(String path, Operation operation) {
        var headers = path.startsWith(GATED)
                ? Stream.of(REQUEST_ID, TRACE, Priority.HEADER, CallerPatience.HEADER)
                : Stream.of(REQUEST_ID, TRACE);
        headers.forEach(name -> operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + name)));
        scopeOf(path)
                .ifPresent(scope -> operation.setSecurity(
                        List.of(new SecurityRequirement().addList(ApiDocumentation.TOKEN, scope.value()))));
        var responses = Optional.ofNullable(operation.getResponses()).orElseGet(ApiResponses::new);
        responses.values().stream()
                .filter(response -> response.get$ref() == null)
                .forEach(response -> response.setHeaders(headers()));
        ProblemSchemas.responses(operation.getRequestBody() != null).forEach(responses::putIfAbsent);
        operation.setResponses(responses);
    }

    private static Optional<Scope> scopeOf(String path) {
        return Stream.of(Scope.values())
                .filter(scope ->
                        PathPatternParser.defaultInstance.parse(scope.paths()).matches(PathContainer.parsePath(path)))
                .findFirst();
    }

    static Map<String, Header> headers() {
        return Map.of(
                REQUEST_ID,
                new Header().$ref("#/components/headers/" + REQUEST_ID),
                TraceResponseFilter.HEADER,
                new Header().$ref("#/components/headers/" + TraceResponseFilter.HEADER));
    }

    private static Parameter parameter(String name, String pattern, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .schema(new StringSchema().pattern(pattern));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
