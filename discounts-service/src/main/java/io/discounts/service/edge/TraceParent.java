package io.discounts.service.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The caller's trace, of version 00 of <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>, as far as it must be
 * known where nothing is recorded of it.
 *
 * @param traceId 32 hexadecimal digits, not all of them zero
 * @param isSampled whether the caller records it
 */
record TraceParent(String traceId, boolean isSampled) {
    static final String HEADER = "traceparent";
    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f][0-9a-f]");
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final String NOT_SAMPLED = "-00";

    static @Nullable TraceParent of(HttpServletRequest request) {
        var header = request.getHeader(HEADER);
        if (header == null || !FORM.matcher(header).matches()) {
            return null;
        }
        var flags = HexFormat.fromHexDigit(header.charAt(header.length() - 1));
        return new TraceParent(header.substring(TRACE_ID, SPAN_ID - 1), (flags & 1) == 1);
    }

    /** Tells the caller which span of its trace, or of a new one, its request became; it is not recorded. */
    static void tellUnrecorded(@Nullable TraceParent caller, HttpServletResponse response, RandomGenerator random) {
        var traceId = caller == null ? hex(random) + hex(random) : caller.traceId();
        response.setHeader(TraceResponseFilter.HEADER, "00-" + traceId + '-' + hex(random) + NOT_SAMPLED);
    }

    /** Sixteen digits, not all of them zero. */
    private static String hex(RandomGenerator random) {
        return HexFormat.of().toHexDigits(random.nextLong() | 1);
    }
}
