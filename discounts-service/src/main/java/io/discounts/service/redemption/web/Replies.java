package io.discounts.service.redemption.web;

import io.discounts.service.edge.Problem;
import io.discounts.service.redemption.RedemptionOutcome;
import io.discounts.service.redemption.Reply;
import io.discounts.service.redemption.WriteResult;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Renders outcomes once, to be kept and answered as often as they are asked for. */
@Component
final class Replies {
    private final JsonMapper json;

    Replies(JsonMapper json) {
        this.json = json;
    }

    /** The bytes that tell one request from another. */
    byte[] content(String path, Object body) {
        var rendered = json.writeValueAsString(body);
        return (path + '\n' + rendered).getBytes(StandardCharsets.UTF_8);
    }

    Reply created(RedemptionOutcome outcome, String path) {
        return outcome instanceof RedemptionOutcome.Done done
                ? new Reply(
                        201,
                        MediaType.APPLICATION_JSON_VALUE,
                        path + '/' + done.redemption().id(),
                        json.writeValueAsBytes(RedemptionBody.of(done.redemption())))
                : of(outcome, path);
    }

    Reply of(RedemptionOutcome outcome, String path) {
        return switch (outcome) {
            case RedemptionOutcome.Done done ->
                new Reply(
                        200,
                        MediaType.APPLICATION_JSON_VALUE,
                        null,
                        json.writeValueAsBytes(RedemptionBody.of(done.redemption())));
            case RedemptionOutcome.Refused refused ->
                problem(RedemptionProblems.of(refused.refusal(), refused.detail()), path);
            case RedemptionOutcome.Contended contended -> of(contended.refused(), path);
            case RedemptionOutcome.Unavailable away -> throw new IllegalArgumentException(away.reason());
        };
    }

    private Reply problem(Problem problem, String path) {
        var body = Objects.requireNonNull(problem.toResponse().getBody());
        body.setInstance(URI.create(path));
        return new Reply(
                problem.type().status().value(),
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                null,
                json.writeValueAsBytes(body));
    }

    static ResponseEntity<?> answer(WriteResult result) {
        return switch (result) {
            case WriteResult.Answered answered -> answer(answered.reply());
            case WriteResult.KeyReused ignored ->
                Problem.of(RedemptionProblems.KEY_REUSED, "Use a new key for a new request.")
                        .toResponse();
            case WriteResult.InProgress ignored ->
                Problem.of(RedemptionProblems.IN_PROGRESS, "Ask again with the same key for its answer.")
                        .toResponse();
            case WriteResult.Unavailable away -> Problem.unavailable(away.reason());
        };
    }

    private static ResponseEntity<?> answer(Reply reply) {
        var response = ResponseEntity.status(reply.status()).contentType(MediaType.parseMediaType(reply.contentType()));
        if (reply.location() != null) {
            response.header(HttpHeaders.LOCATION, reply.location());
        }
        return response.body(reply.body());
    }
}
