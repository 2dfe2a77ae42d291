package io.discounts.service.edge;

/** What a read comes to, on whichever way it came. */
public sealed interface Answer {
    /** 200, with UTF-8 that nobody may write to any more. */
    record Json(JsonBytes bytes) implements Answer {}

    /** 503: something behind the service cannot answer right now. */
    record Unavailable(String reason) implements Answer {}
}
