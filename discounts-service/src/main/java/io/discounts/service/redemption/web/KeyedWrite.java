package io.discounts.service.redemption.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that is done once for each key, as its description says. */
@Parameter(
        in = ParameterIn.HEADER,
        name = KeyedWrite.HEADER,
        required = true,
        description =
                "Of the caller's choosing, 1 to 255 visible ASCII characters. For 24 hours the same key with the same"
                        + " request is answered with the same bytes, and the work is done once. A hold that is refused"
                        + " because another is being taken at that moment is tried again.",
        schema = @Schema(type = "string"))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface KeyedWrite {
    String HEADER = "Idempotency-Key";
}
