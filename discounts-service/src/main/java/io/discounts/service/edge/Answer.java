package io.discounts.service.edge;

import org.springframework.util.FastByteArrayOutputStream;

/** What a read comes to, on whichever way it came. */
public sealed interface Answer {
    /** 200, with UTF-8 that nobody may write to any more. */
    record Json(FastByteArrayOutputStream bytes) implements Answer {}

    /** 503: something behind the service cannot answer right now. */
    record Unavailable(String reason) implements Answer {}
}
