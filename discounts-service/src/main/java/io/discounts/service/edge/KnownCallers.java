package io.discounts.service.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Whom Spring Security has let in before, and would let in again. Safe for use by any thread. */
interface KnownCallers {
    /** In development, where everybody may do everything. */
    KnownCallers EVERYBODY = (request, scope) -> true;

    /** Whether the request surely comes from somebody who may do this; if not, it is for Spring Security to say. */
    boolean surelyMay(HttpServletRequest request, Scope scope);

    /** Those whose tokens have been verified in the last minutes. */
    static KnownCallers with(JwtDecoder decoder) {
        return decoder instanceof CachingJwtDecoder verified
                ? (request, scope) -> verified.knows(bearer(request), scope)
                : (request, scope) -> false;
    }

    /** The one token; empty if there is none, or more than one. */
    private static String bearer(HttpServletRequest request) {
        var headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
        if (!headers.hasMoreElements()) {
            return "";
        }
        var header = headers.nextElement();
        return header.startsWith("Bearer ") && !headers.hasMoreElements() ? header.substring("Bearer ".length()) : "";
    }
}
